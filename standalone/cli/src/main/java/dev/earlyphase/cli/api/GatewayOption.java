package dev.earlyphase.cli.api;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.HomeOption;
import dev.earlyphase.cli.home.StackState;

/** {@code --url}, {@code --home} and {@code --key-file}: which gateway to talk to, and as whom. */
public final class GatewayOption {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address of the gateway (default: that of the stack which runs in the home folder).")
    private URI url;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "File with the API key (default: " + Token.VARIABLE
                    + " of the environment, else the key of the stack which runs in the home folder).")
    private Path keyFile;

    @Mixin
    private HomeOption homeOption;

    /** @throws Failure if none is named and none runs */
    public Gateway gateway() {
        return url == null
                ? new Gateway(running(homeOption.home()), given().orElseGet(this::ofHome))
                : new Gateway(absolute(url), given().orElse(Token.NONE));
    }

    /** The key by which a browser on this machine may log in: the home's own, for its own gateway on loopback. */
    public Optional<Token> tokenOfPage(Gateway gateway) {
        boolean isOwn = url == null && given().isEmpty() && isLoopback(gateway.url());
        return isOwn ? Optional.of(gateway.token()).filter(token -> token.text().isPresent()) : Optional.empty();
    }

    private static boolean isLoopback(URI address) {
        return address.getHost().startsWith("127.")
                || Set.of("localhost", "[::1]").contains(address.getHost());
    }

    /** The home's own key, which nobody but its own gateway is ever shown. */
    private Token ofHome() {
        return homeOption
                .home()
                .key()
                .map(key -> Token.of("the home folder", key))
                .orElse(Token.NONE);
    }

    private Optional<Token> given() {
        return keyFile == null ? Token.ofEnvironment() : Optional.of(Token.ofFile(keyFile));
    }

    public Home home() {
        return homeOption.home();
    }

    /** Whether the user named one. */
    public boolean isGiven() {
        return url != null;
    }

    private static URI running(Home home) {
        StackState state = home.state()
                .read()
                .filter(found -> found.supervisor().isAlive())
                .orElseThrow(() -> Failure.notReachable(
                        "Nothing runs in " + home + ". Start it with: earlyphase up, or name a gateway with --url."));
        if (!state.ready()) {
            throw Failure.notReachable("The stack in " + home + " is still starting. Try again in a moment.");
        }
        return state.gateway();
    }

    private static URI absolute(URI url) {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme()) || url.getHost() == null) {
            throw Failure.ofUsage("--url: got " + url + "; allowed: an address such as http://127.0.0.1:8080");
        }
        return url;
    }
}
