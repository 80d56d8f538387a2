package dev.earlyphase.cli.key;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.contracts.access.KeyView;

/** {@code key revoke}. */
@Command(
        name = "revoke",
        description = "Revoke a key: within seconds it opens nothing any more.",
        footer = {"", "Example:", "  earlyphase key revoke 3f2c9d"})
public final class RevokeCommand implements Runnable {
    @Parameters(paramLabel = "KEY", description = "Id of the key, as key list shows it.")
    private String id;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        KeyView key = gatewayOption.gateway().keys().revoke(id);
        json.print(key, terminal -> terminal.line("Revoked %s, of %s", key.id(), key.user()));
    }
}
