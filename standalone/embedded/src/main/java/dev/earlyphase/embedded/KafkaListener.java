package dev.earlyphase.embedded;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A further way to the broker, for a client that comes over a forwarder.
 *
 * @param name such as {@code WORKER1}
 * @param port that the broker listens on
 * @param advertised port that clients of this listener are told to come to
 */
record KafkaListener(String name, int port, int advertised) {
    private static final Pattern FORM = Pattern.compile("([A-Z0-9]{1,32})=(\\d{1,5}):(\\d{1,5})");

    KafkaListener {
        requirePort(name, port);
        requirePort(name, advertised);
    }

    /** Reads {@code NAME=PORT:ADVERTISED}. */
    static KafkaListener parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new Refusal(
                    "--kafka-listener " + text + ": allowed is NAME=PORT:ADVERTISED, the name of A-Z and 0-9");
        }
        return new KafkaListener(parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    String listens() {
        return name + "://127.0.0.1:" + port;
    }

    String advertises() {
        return name + "://127.0.0.1:" + advertised;
    }

    private static void requirePort(String name, int port) {
        if (port < 1 || port > 65_535) {
            throw new Refusal("--kafka-listener %s: got port %d; allowed are 1 to 65535".formatted(name, port));
        }
    }
}
