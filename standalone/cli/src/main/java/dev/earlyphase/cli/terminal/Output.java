package dev.earlyphase.cli.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.earlyphase.cli.exit.Failure;

/** Whole texts, printed or written to a file that the user names, each with a line's end at its end. */
public final class Output {
    private Output() {}

    public static void print(String text, PrintWriter out) {
        out.print(terminated(text));
        out.flush();
    }

    /** @throws Failure if the file cannot be written */
    public static void write(String text, Path file) {
        try {
            Files.writeString(file, terminated(text));
        } catch (IOException e) {
            throw Failure.ofUsage("cannot write " + file + ": " + e);
        }
    }

    private static String terminated(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }
}
