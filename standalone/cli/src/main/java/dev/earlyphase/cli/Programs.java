package dev.earlyphase.cli;

import picocli.CommandLine;

/** What all programs on a command line have in common: their width, and how they tell errors. */
public final class Programs {
    private static final int WIDTH = 100;

    private Programs() {}

    /** @param command the one that holds the others, as picocli describes it */
    public static CommandLine commandLine(Object command) {
        return new CommandLine(command)
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new Errors());
    }
}
