package dev.earlyphase.cli.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.earlyphase.cli.exit.Failure;

/** What a gateway is shown: an API key, or a token of its issuer; or nothing. {@link #toString()} leaves it out. */
public record Token(Optional<String> text) {
    public static final Token NONE = new Token(Optional.empty());
    public static final String VARIABLE = "EARLYPHASE_KEY";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /** @param source named in the failure, which does not show the text */
    public static Token of(String source, String text) {
        if (!FORM.matcher(text).matches()) {
            throw Failure.ofUsage(
                    source + " holds no API key: allowed are letters, digits and . _ ~ + / - on one line.");
        }
        return new Token(Optional.of(text));
    }

    public static Token ofFile(Path file) {
        try {
            return of("--key-file " + file, Files.readString(file).strip());
        } catch (IOException e) {
            throw Failure.ofUsage("--key-file: cannot read " + file + ": " + e.getMessage());
        }
    }

    /** What the environment gives. */
    public static Optional<Token> ofEnvironment() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(text -> of(VARIABLE, text.strip()));
    }

    Optional<String> header() {
        return text.map(token -> "Bearer " + token);
    }

    @Override
    public String toString() {
        return text.isPresent() ? "Token[hidden]" : "Token[none]";
    }
}
