package dev.earlyphase.cli.key;

import java.time.Instant;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.TextTable;
import dev.earlyphase.contracts.access.KeyView;

/** {@code key list}. */
@Command(name = "list", description = "List all keys, the newest first.")
public final class ListCommand implements Runnable {
    @Mixin
    private GatewayOption gatewayOption;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        var table = new TextTable("KEY", "USER", "ROLE", "MADE", "EXPIRES", "REVOKED");
        for (KeyView key : gatewayOption.gateway().keys().list()) {
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
