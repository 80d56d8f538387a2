package dev.earlyphase.cli.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.earlyphase.cli.api.Token;

/**
 * An address in the web page. Everything is in the fragment, which browsers send to no server.
 *
 * @param gateway that serves the page
 * @param place in it, such as {@code /studies/0f3a...}
 */
record PageAddress(URI gateway, String place) {
    static PageAddress of(URI gateway, Optional<String> study) {
        return new PageAddress(gateway, study.map(id -> "/studies/" + id).orElse("/"));
    }

    URI plain() {
        return gateway.resolve("/#" + place);
    }

    /** The page logs in by itself and drops the key from the address. Not to be shown to others. */
    URI withKey(Token token) {
        return token.text()
                .map(key -> gateway.resolve("/#key=" + URLEncoder.encode(key, StandardCharsets.UTF_8) + "&to=" + place))
                .orElseGet(this::plain);
    }
}
