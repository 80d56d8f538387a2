package dev.earlyphase.reliability;

import dev.earlyphase.cli.Programs;

/** Where the script {@code earlyphase} arrives with the commands that put the stack to the test. */
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        // The clients of Kafka would tell that nobody wants their logs.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(Programs.commandLine(new Reliability()).execute(arguments));
    }
}
