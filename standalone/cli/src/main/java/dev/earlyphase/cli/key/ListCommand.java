package dev.earlyphase.cli.key;

import java.time.Instant;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.TextTable;
import dev.earlyphase.contracts.access.KeyView;

/** {@code key list}. */
@Command(
        name = "list",
        description = "List all keys, the newest first.",
        footer = {"", "Example:", "  earlyphase key list"})
public final class ListCommand implements Runnable {
    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        List<KeyView> keys = gatewayOption.gateway().keys().list();
        json.print(keys, terminal -> tell(keys, terminal));
    }

    private static void tell(List<KeyView> keys, Terminal terminal) {
        var table = new TextTable("KEY", "USER", "ROLE", "MADE", "EXPIRES", "REVOKED");
        for (KeyView key : keys) {
            table.row(
                    key.id(),
                    key.user(),
                    key.role().id(),
                    shown(key.made()),
                    key.expires() == null ? "never" : shown(key.expires()),
                    key.revoked() == null ? "" : shown(key.revoked()));
        }
        table.lines(terminal.lineWidth()).forEach(terminal::line);
    }

    /** To the second. */
    private static String shown(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond()).toString();
    }
}
