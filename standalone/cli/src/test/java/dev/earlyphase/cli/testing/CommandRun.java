package dev.earlyphase.cli.testing;

import java.io.PrintWriter;
import java.io.StringWriter;

import picocli.CommandLine;

/** One command, run here, with what it printed. */
public record CommandRun(int exitCode, String out, String err) {
    public static CommandRun of(CommandLine commandLine, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = commandLine
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
