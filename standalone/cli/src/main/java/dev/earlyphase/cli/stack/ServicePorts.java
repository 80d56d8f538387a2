package dev.earlyphase.cli.stack;

import java.net.URI;

/**
 * Where one process listens on the loopback address.
 *
 * @param http where it answers
 * @param metrics the management port, with {@code /q/metrics}
 */
record ServicePorts(int http, int metrics) {
    private static final String LOOPBACK = "http://127.0.0.1:";

    URI address() {
        return URI.create(LOOPBACK + http);
    }

    URI metricsAddress() {
        return URI.create(LOOPBACK + metrics + "/q/metrics");
    }
}
