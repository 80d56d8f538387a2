package dev.earlyphase.cli.quota;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.TextTable;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.access.QuotaView;
import dev.earlyphase.contracts.access.QuotaView.Share;

/** {@code quota}. */
@Command(
        name = "quota",
        description = "Say how much of the platform you have and may have.",
        footer = {"", "Example:", "  earlyphase quota --json"})
public final class QuotaCommand implements Runnable {
    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        QuotaView quota = gatewayOption.gateway().quota();
        json.print(quota, terminal -> tell(quota, terminal));
    }

    private static void tell(QuotaView quota, Terminal terminal) {
        var table = new TextTable("QUOTA OF " + quota.user(), "USED", "LIMIT");
        table.row("trials at work", used(quota.runningTrials()), limit(quota.runningTrials()));
        table.row("trials queued", used(quota.queuedTrials()), limit(quota.queuedTrials()));
        Share bytes = quota.keptBytes();
        table.row("kept", Words.bytes(bytes.used()), bytes.limit() == null ? "none" : Words.bytes(bytes.limit()));
        table.lines(terminal.lineWidth()).forEach(terminal::line);
    }

    private static String used(Share share) {
        return Words.number(share.used());
    }

    private static String limit(Share share) {
        return share.limit() == null ? "none" : Words.number(share.limit());
    }
}
