package dev.earlyphase.trainer.crash;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The head of the file that HotSpot writes when native code crashes: lines that begin with {@code #}. */
final class CrashLog {
    private static final int HEAD = 14;
    private static final int LONGEST = 500;
    /** Lines of each head that do not tell one crash from another. */
    private static final Set<String> COMMON =
            Set.of("A fatal error has been detected by the Java Runtime Environment", "JRE version", "Java VM");
    /** What follows is advice. */
    private static final Pattern END = Pattern.compile("core dump|bug report", Pattern.CASE_INSENSITIVE);

    private CrashLog() {}

    /** Where a process writes it when it was started with {@code -XX:ErrorFile=FOLDER/hs_err_%p.log}. */
    static Path file(Path folder, long pid) {
        return folder.resolve("hs_err_" + pid + ".log");
    }

    /**
     * Deletes all but the newest.
     *
     * @param kept how many stay
     */
    static void prune(Path folder, int kept) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "hs_err_*.log")) {
            var logs = new ArrayList<File>();
            for (Path file : files) {
                logs.add(file.toFile());
            }
            logs.stream()
                    .sorted(Comparator.comparingLong(File::lastModified).reversed())
                    .skip(kept)
                    .forEach(File::delete);
        }
    }

    /**
     * The head in one line: the signal and the frame in which it was raised, or the want that ended the process.
     *
     * @param lines of the file
     */
    static String head(List<String> lines) {
        String head = lines.stream()
                .limit(HEAD)
                .takeWhile(line -> line.startsWith("#") && !END.matcher(line).find())
                .map(line -> line.substring(1).strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty() && COMMON.stream().noneMatch(line::startsWith))
                .collect(Collectors.joining("; "))
                .replace("Problematic frame:; ", "problematic frame ");
        return head.length() <= LONGEST ? head : head.substring(0, LONGEST) + "...";
    }
}
