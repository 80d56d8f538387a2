package dev.earlyphase.reliability.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

import dev.earlyphase.launcher.Folders;

/** What happened when, in a file that is read when a check fails. */
record History(Path file) {
    /** Where the stack says which process died and came back. */
    PrintWriter writer() {
        try {
            Folders.createPrivate(file.getParent());
            return new PrintWriter(
                    Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    void line(String format, Object... arguments) {
        String line = "%s  %s%n".formatted(LocalTime.now().truncatedTo(ChronoUnit.MILLIS), format.formatted(arguments));
        try {
            Folders.createPrivate(file.getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
