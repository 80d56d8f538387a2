package dev.earlyphase.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Java program in one source file, which {@code java} runs as it is. */
final class JavaProgram {

    private JavaProgram() {}

    static Path write(Path folder, String body) throws IOException {
        return Files.writeString(
                folder.resolve("Program.java"),
                "class Program { public static void main(String[] words) throws Exception { %s } }".formatted(body));
    }
}
