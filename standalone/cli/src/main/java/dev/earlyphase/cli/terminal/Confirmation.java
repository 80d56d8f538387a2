package dev.earlyphase.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import dev.earlyphase.cli.exit.Failure;

/** Asks the user whether to do what cannot be undone. */
public final class Confirmation {
    private static final Set<String> YES = Set.of("y", "yes");

    private Confirmation() {}

    /**
     * Whether the answer is yes. That somebody can answer is what the script found: system property
     * {@code earlyphase.asks}.
     *
     * @param option of the command that answers in advance
     * @throws Failure if nobody is there to answer
     */
    public static boolean of(String question, String option, Terminal terminal) {
        if (!Boolean.getBoolean("earlyphase.asks")) {
            throw Failure.ofUsage(
                    option + ": got nothing, and there is no terminal to ask on; allowed: " + option + ", to go ahead");
        }
        terminal.question(question + " [y/N]");
        String answer = line();
        return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    /** Null at the end of the input. */
    private static String line() {
        try {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the answer", e);
        }
    }
}
