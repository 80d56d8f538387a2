package dev.earlyphase.cli.key;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.access.KeyView;

/** {@code key revoke}. */
@Command(name = "revoke", description = "Revoke a key: within seconds it opens nothing any more.")
public final class RevokeCommand implements Runnable {
    @Parameters(paramLabel = "KEY", description = "Id of the key, as key list shows it.")
    private String id;

    @Mixin
    private GatewayOption gatewayOption;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        KeyView key = gatewayOption.gateway().keys().revoke(id);
        Terminal.of(spec.commandLine().getOut()).line("Revoked %s, of %s", key.id(), key.user());
    }
}
