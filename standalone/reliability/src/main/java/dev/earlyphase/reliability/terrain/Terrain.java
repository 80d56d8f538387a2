package dev.earlyphase.reliability.terrain;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.earlyphase.cli.stack.ShortLived;
import dev.earlyphase.cli.stack.Surroundings;
import dev.earlyphase.reliability.detour.Detours;
import dev.earlyphase.reliability.detour.Link;
import dev.earlyphase.reliability.detour.Server;

/** Puts a detour into every connection of a stack and gives every process a clock. */
public final class Terrain implements Surroundings, AutoCloseable {
    /** The process of Kafka, Postgres and the store. */
    public static final String EMBEDDED = "embedded";

    /** Faults may spend more attempts on a trial than mishaps do. */
    private static final String ATTEMPTS = "1000";
    /** So that many attempts fit into minutes. */
    private static final String LONGEST_BACKOFF = "5s";

    private static final String KAFKA = "EARLYPHASE_KAFKA";
    private static final String POSTGRES = "EARLYPHASE_POSTGRES_URL";
    private static final String STORE = "EARLYPHASE_S3_ENDPOINT";
    private static final String ORCHESTRATOR = "EARLYPHASE_ORCHESTRATOR_URL";

    private final Detours detours = new Detours();
    private final Clocks clocks;
    private final List<String> workers;
    private final ShortLived shortLived = new ShortLived();
    private final Map<String, KafkaWay> kafkaWays;

    /** @param home of the stack */
    public Terrain(Path home, int workers) {
        this.clocks = new Clocks(home.resolve("clocks"));
        this.workers = IntStream.rangeClosed(1, workers)
                .mapToObj(number -> "worker-" + number)
                .toList();
        this.kafkaWays = Stream.concat(Stream.of("orchestrator", "analyzer"), this.workers.stream())
                .collect(Collectors.toMap(
                        client -> client,
                        client -> KafkaWay.of(client, detours),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    public Detours detours() {
        return detours;
    }

    public Clocks clocks() {
        return clocks;
    }

    public List<String> workers() {
        return workers;
    }

    /** Every process but the embedded servers. */
    public List<String> services() {
        return Stream.concat(Stream.of("orchestrator", "analyzer", "gateway"), workers.stream())
                .toList();
    }

    /** Every way that a process has to a server. */
    public List<Link> links() {
        var links = new ArrayList<Link>();
        kafkaWays.keySet().forEach(client -> links.add(new Link(client, Server.KAFKA)));
        Stream.of("orchestrator", "analyzer", "gateway")
                .forEach(client -> links.add(new Link(client, Server.POSTGRES)));
        links.addAll(storeLinks());
        workers.forEach(client -> links.add(new Link(client, Server.ORCHESTRATOR)));
        links.add(new Link("gateway", Server.ORCHESTRATOR));
        return List.copyOf(links);
    }

    /** The ways to the store. */
    public List<Link> storeLinks() {
        return Stream.concat(Stream.of("analyzer", "gateway"), workers.stream())
                .map(client -> new Link(client, Server.STORE))
                .toList();
    }

    @Override
    public List<String> embeddedArguments() {
        return kafkaWays.values().stream()
                .flatMap(way -> Stream.of("--kafka-listener", way.argument()))
                .toList();
    }

    @Override
    public Map<String, String> embeddedEnvironment() {
        return clocks.environment(EMBEDDED);
    }

    @Override
    public Map<String, String> environment(String unit, Map<String, String> usual) {
        var changed = new LinkedHashMap<>(shortLived.environment(unit, usual));
        if (kafkaWays.containsKey(unit)) {
            changed.put(KAFKA, kafkaWays.get(unit).address());
        }
        divert(changed, POSTGRES, new Link(unit, Server.POSTGRES));
        divert(changed, STORE, new Link(unit, Server.STORE));
        divert(changed, ORCHESTRATOR, new Link(unit, Server.ORCHESTRATOR));
        changed.put("EARLYPHASE_TRIAL_ATTEMPTS", ATTEMPTS);
        changed.put("EARLYPHASE_TRIAL_LONGEST_BACKOFF", LONGEST_BACKOFF);
        changed.putAll(clocks.environment(unit));
        return changed;
    }

    /** What dies is started again, however often. */
    @Override
    public int mostQuickDeaths() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void close() {
        detours.close();
    }

    private void divert(Map<String, String> environment, String variable, Link link) {
        if (links().contains(link)) {
            environment.computeIfPresent(variable, (key, address) -> {
                int port = port(address);
                return address.replace(
                        ":" + port, ":" + detours.of(link, () -> port).port());
            });
        }
    }

    private static int port(String address) {
        return URI.create(address.replaceFirst("^jdbc:", "")).getPort();
    }
}
