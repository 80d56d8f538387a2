package dev.earlyphase.cli.key;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code key}. */
@Command(
        name = "key",
        description = "Make, list and revoke API keys; for operators.",
        footer = {"", "Example:", "  earlyphase key make --user ada --role researcher --expires 90d"},
        subcommands = {MakeCommand.class, ListCommand.class, RevokeCommand.class})
public final class KeyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing: make, list or revoke");
    }
}
