package dev.earlyphase.cli.key;

import java.time.Instant;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.access.KeyRequest;
import dev.earlyphase.contracts.access.NewKey;
import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.error.DomainException.Invalid;

/** {@code key make}. */
@Command(
        name = "make",
        description = "Make a key. It is printed this once: its hash is all that is kept.",
        footer = {"", "Examples:", "  earlyphase key make --user ada --role researcher --expires 90d"})
public final class MakeCommand implements Runnable {
    @Option(names = "--user", required = true, paramLabel = "NAME", description = "Whose it is.")
    private String user;

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "viewer, researcher, operator or worker (docs/access.md).")
    private String role;

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description = "When it ends, from now: 90d, 12h, 30m (default: never).")
    private String expires;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        var request = new KeyRequest(
                user, role(), expires == null ? null : Lifetime.parse(expires).from(Instant.now()));
        NewKey key = gatewayOption.gateway().keys().make(request);
        json.print(key, terminal -> tell(key, terminal));
    }

    private static void tell(NewKey key, Terminal terminal) {
        terminal.line("Key      %s, of %s, %s", key.id(), key.user(), key.role().id());
        terminal.line("Expires  %s", key.expires() == null ? "never" : key.expires());
        terminal.line("Secret   %s", key.secret());
    }

    private Role role() {
        try {
            return Role.parse(role);
        } catch (Invalid wrong) {
            throw Failure.ofUsage("--" + wrong.getMessage());
        }
    }
}
