package dev.earlyphase.reliability.detour;

import java.util.Locale;

/**
 * The way from one process to a server.
 *
 * @param client such as {@code worker-1}
 */
public record Link(String client, Server server) {
    @Override
    public String toString() {
        return client + " to " + server.name().toLowerCase(Locale.ROOT);
    }
}
