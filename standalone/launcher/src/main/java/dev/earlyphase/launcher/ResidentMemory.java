package dev.earlyphase.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process holds. */
public final class ResidentMemory {

    private ResidentMemory() {}

    /** Resident set size in bytes, 0 for a process that is gone. */
    public static long of(long pid) {
        try {
            Path status = Path.of("/proc", Long.toString(pid), "status");
            return Files.exists(status) ? linux(status) : portable(pid);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long linux(Path status) throws IOException {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(ResidentMemory::kilobytes)
                    .findFirst()
                    .orElse(0);
        }
    }

    private static long portable(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        try (var output = ps.getInputStream()) {
            return kilobytes(new String(output.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    private static long kilobytes(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits) * 1024;
    }
}
