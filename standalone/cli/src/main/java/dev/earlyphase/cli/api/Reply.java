package dev.earlyphase.cli.api;

import java.nio.charset.StandardCharsets;

/**
 * What the gateway answered.
 *
 * @param status of HTTP
 * @param body as it came
 */
record Reply(int status, byte[] body) {
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
