package dev.earlyphase.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.earlyphase.cli.exit.Failure;

/** What a command puts out, printed or written to a file that the user names; a text gets a line's end at its end. */
public final class Output {
    private Output() {}

    public static void print(String text, PrintWriter out) {
        out.print(terminated(text));
        out.flush();
    }

    /** @throws Failure if the file cannot be written */
    public static void write(String text, Path file) {
        write(terminated(text).getBytes(StandardCharsets.UTF_8), file);
    }

    /** Bytes that are no text. */
    public static void print(byte[] bytes, OutputStream out) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw Failure.ofWork("cannot write the output: " + e);
        }
    }

    /** @throws Failure if the file cannot be written */
    public static void write(byte[] bytes, Path file) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw Failure.ofUsage("cannot write " + file + ": " + e);
        }
    }

    private static String terminated(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }
}
