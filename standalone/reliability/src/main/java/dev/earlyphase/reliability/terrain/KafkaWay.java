package dev.earlyphase.reliability.terrain;

import java.util.Locale;

import dev.earlyphase.launcher.FreePorts;
import dev.earlyphase.reliability.detour.Detour;
import dev.earlyphase.reliability.detour.Detours;
import dev.earlyphase.reliability.detour.Link;
import dev.earlyphase.reliability.detour.Server;

/**
 * The way of one process to Kafka. A broker tells its clients where to come to, so each way is a listener of its own that
 * names the detour.
 *
 * @param listener its name in the broker's settings
 * @param port that the broker listens on
 * @param detour that the process comes to
 */
record KafkaWay(String listener, int port, Detour detour) {
    static KafkaWay of(String client, Detours detours) {
        int port = FreePorts.free();
        String listener = client.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return new KafkaWay(listener, port, detours.of(new Link(client, Server.KAFKA), () -> port));
    }

    String argument() {
        return "%s=%d:%d".formatted(listener, port, detour.port());
    }

    String address() {
        return "127.0.0.1:" + detour.port();
    }
}
