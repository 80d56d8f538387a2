package dev.earlyphase.cli.page;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.Token;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.cli.terminal.Terminal;

/** {@code open}. */
@Command(
        name = "open",
        description = {
            "Open the web page in the browser, at a study or at the list of all.",
            "At the gateway of the stack on this machine it logs in by itself. Where no browser can be started, or the"
                    + " output is no terminal, the address is printed instead, without the key."
        },
        footer = {
            "",
            "Examples:",
            "  earlyphase open",
            "  earlyphase open 0f3a",
            "  earlyphase open 0f3a --print    # with the key in it, to be opened on this machine"
        })
public final class OpenCommand implements Runnable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Parameters(arity = "0..1", paramLabel = "STUDY", description = "Id of a study, or the beginning of one.")
    private String id;

    @Option(
            names = "--print",
            description = "Print the address, and start no browser; it logs in by itself, so show it to nobody.")
    private boolean print;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        Gateway gateway = gatewayOption.gateway();
        var address = PageAddress.of(gateway.url(), Optional.ofNullable(id).map(study -> gateway.studies()
                .read(study)
                .id()));
        Optional<Token> token = gatewayOption.tokenOfPage(gateway);
        URI whole = token.map(address::withKey).orElseGet(address::plain);
        Terminal terminal = json.terminal();
        if (print) {
            tell(whole);
        } else if (json.isGiven() || !terminal.isInteractive() || !isOpened(whole, terminal)) {
            tell(address.plain());
            token.ifPresent(key -> terminal.line("To be logged in there: earlyphase open --print"));
        }
    }

    private void tell(URI address) {
        json.print(Map.of("address", address), terminal -> terminal.line(address.toString()));
    }

    private static boolean isOpened(URI address, Terminal terminal) {
        Optional<Browser> browser = Browser.of(System.getProperty("os.name"), System.getenv());
        if (browser.isEmpty()) {
            return false;
        }
        try (var handover = new Handover(address)) {
            if (!browser.get().open(handover.address())) {
                return false;
            }
            terminal.passing("waiting for the browser");
            boolean taken = handover.awaitTaken(LIMIT);
            terminal.line(taken ? "Opened in the browser" : "The browser did not come for the address");
            return taken;
        }
    }
}
