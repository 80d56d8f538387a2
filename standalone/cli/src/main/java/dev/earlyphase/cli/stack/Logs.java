package dev.earlyphase.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import dev.earlyphase.cli.home.Home;

/** The logs of a home: those of this run, and those of the one before beside them. */
final class Logs {
    private Logs() {}

    /** Renames every {@code NAME.log} to {@code NAME.log.1}, but for the one of the supervisor, which is open. */
    static void setAside(Home home) {
        Path supervisor = home.log(Detached.NAME);
        Path folder = supervisor.getParent();
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var logs = Files.newDirectoryStream(folder, "*.log")) {
            for (Path log : logs) {
                if (!log.equals(supervisor)) {
                    Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set aside the logs in " + folder, e);
        }
    }
}
