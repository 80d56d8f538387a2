package dev.earlyphase.cli;

import picocli.CommandLine;

/** Where the script {@code earlyphase} arrives. */
public final class Main {
    private static final int WIDTH = 100;

    private Main() {}

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new EarlyPhase())
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new Errors());
        // Not by annotation: the commands would inherit it.
        commandLine.getCommandSpec().usageMessage().footer(EarlyPhase.FOOTER);
        return commandLine;
    }
}
