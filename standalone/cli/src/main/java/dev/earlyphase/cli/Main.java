package dev.earlyphase.cli;

import picocli.CommandLine;

/** Where the script {@code earlyphase} arrives. */
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = Programs.commandLine(new EarlyPhase());
        // Not by annotation: the commands would inherit it.
        commandLine.getCommandSpec().usageMessage().footer(EarlyPhase.FOOTER);
        return commandLine;
    }
}
