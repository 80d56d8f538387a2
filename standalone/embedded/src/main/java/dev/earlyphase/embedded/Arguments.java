package dev.earlyphase.embedded;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import dev.earlyphase.launcher.EmbeddedPorts;

/**
 * The command line.
 *
 * @param home folder of all data
 * @param binaries folder that the Postgres programs are unpacked into, by default inside the home
 * @param preferred ports to take where they are free
 * @param listeners further ways to the broker
 * @param stopWithParent whether to stop when standard input closes
 */
record Arguments(
        Path home, Path binaries, EmbeddedPorts preferred, List<KafkaListener> listeners, boolean stopWithParent) {

    static final String USAGE = "usage: --home DIR [--binaries DIR] [--kafka-port N] [--postgres-port N] [--s3-port N]"
            + " [--kafka-listener NAME=PORT:ADVERTISED]... [--stop-with-parent]";

    /** Reads the command line; a {@link Refusal} names what it does not know. */
    static Arguments parse(String... words) {
        Path home = null;
        Path binaries = null;
        EmbeddedPorts ports = EmbeddedPorts.DEFAULT;
        var listeners = new ArrayList<KafkaListener>();
        boolean stopWithParent = false;
        Deque<String> rest = new ArrayDeque<>(List.of(words));
        while (!rest.isEmpty()) {
            String name = rest.pop();
            switch (name) {
                case "--home" -> home = folder(name, rest);
                case "--binaries" -> binaries = folder(name, rest);
                case "--kafka-port" -> ports = new EmbeddedPorts(port(name, rest), ports.postgres(), ports.s3());
                case "--postgres-port" -> ports = new EmbeddedPorts(ports.kafka(), port(name, rest), ports.s3());
                case "--s3-port" -> ports = new EmbeddedPorts(ports.kafka(), ports.postgres(), port(name, rest));
                case "--kafka-listener" -> listeners.add(KafkaListener.parse(value(name, rest)));
                case "--stop-with-parent" -> stopWithParent = true;
                default -> throw new Refusal("unknown argument " + name + "; " + USAGE);
            }
        }
        if (home == null) {
            throw new Refusal("--home is missing; " + USAGE);
        }
        return new Arguments(
                home,
                binaries == null ? home.resolve("postgres-binaries") : binaries,
                ports,
                List.copyOf(listeners),
                stopWithParent);
    }

    private static Path folder(String name, Deque<String> rest) {
        String value = value(name, rest);
        Path folder = Path.of(value).toAbsolutePath().normalize();
        // Kafka splits at commas, and the programs of Postgres put the path into a shell's double quotes.
        if (folder.toString().matches("(?s).*[,\"$`\\\\\n].*")) {
            throw new Refusal("%s %s: a path with a comma, quote, dollar, backslash or line break is not allowed"
                    .formatted(name, value));
        }
        return folder;
    }

    private static int port(String name, Deque<String> rest) {
        String value = value(name, rest);
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new Refusal(name + " " + value + ": allowed are 0 (any) to 65535");
        }
        return Integer.parseInt(value);
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new Refusal(name + " needs a value; " + USAGE);
        }
        return rest.pop();
    }
}
