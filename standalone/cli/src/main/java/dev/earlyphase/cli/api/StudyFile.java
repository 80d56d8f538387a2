package dev.earlyphase.cli.api;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import dev.earlyphase.cli.exit.Failure;

/**
 * A study as the user wrote it; the gateway reads what it says.
 *
 * @param mediaType JSON or YAML
 */
public record StudyFile(String text, String mediaType) {
    public static final String JSON = "application/json";
    public static final String YAML = "application/yaml";

    /** @throws Failure if there is no such file, or it is not text */
    public static StudyFile read(Path path) {
        try {
            String text = Files.readString(path);
            return new StudyFile(text, isJson(path, text) ? JSON : YAML);
        } catch (NoSuchFileException e) {
            throw Failure.ofUsage("FILE: got " + path + "; allowed: a file that exists");
        } catch (CharacterCodingException e) {
            throw Failure.ofUsage("FILE: got " + path + ", which is not UTF-8 text; allowed: YAML or JSON");
        } catch (IOException e) {
            throw Failure.ofUsage("FILE: cannot read " + path + ": " + e);
        }
    }

    private static boolean isJson(Path path, String text) {
        return path.toString().endsWith(".json") || text.stripLeading().startsWith("{");
    }
}
