package dev.earlyphase.reliability;

import dev.earlyphase.cli.Programs;

/** Where the script {@code earlyphase} arrives with the commands that put the stack to the test. */
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        System.exit(Programs.commandLine(new Reliability()).execute(arguments));
    }
}
