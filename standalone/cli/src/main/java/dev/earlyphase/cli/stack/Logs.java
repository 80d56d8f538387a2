package dev.earlyphase.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import dev.earlyphase.cli.home.Home;

/** The logs of a home, none longer than a limit: {@code NAME.log}, and what came before it in {@code NAME.log.1}. */
final class Logs {
    private Logs() {}

    /**
     * Moves what is in a log that is longer than a limit to {@code NAME.log.1}. Whoever writes appends, and need not know;
     * a line that is written in this moment may be lost.
     *
     * @param most bytes
     */
    static void shorten(Home home, long most) {
        for (Path log : in(home)) {
            try {
                if (Files.size(log) > most) {
                    Files.copy(log, before(log), StandardCopyOption.REPLACE_EXISTING);
                    Files.write(log, new byte[0]);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot shorten " + log, e);
            }
        }
    }

    /** Renames every {@code NAME.log} to {@code NAME.log.1}, but for the one of the supervisor, which is open. */
    static void setAside(Home home) {
        Path supervisor = home.log(Detached.NAME);
        for (Path log : in(home)) {
            try {
                if (!log.equals(supervisor)) {
                    Files.move(log, before(log), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot set " + log + " aside", e);
            }
        }
    }

    private static List<Path> in(Home home) {
        Path folder = home.log(Detached.NAME).getParent();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var logs = Files.list(folder)) {
            return logs.filter(log -> log.toString().endsWith(".log")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Path before(Path log) {
        return Path.of(log + ".1");
    }
}
