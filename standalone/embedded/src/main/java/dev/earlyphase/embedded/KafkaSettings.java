package dev.earlyphase.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings of a single small node, durable and quick to hand out work. */
final class KafkaSettings {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private KafkaSettings() {}

    static Map<String, String> of(Path folder, int port, int controllerPort, List<KafkaListener> listeners) {
        Map<String, String> settings = new HashMap<>(SMALL);
        settings.putAll(PROMPT);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put(
                "listeners",
                with(
                        "BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort),
                        listeners,
                        KafkaListener::listens));
        settings.put("advertised.listeners", with("BROKER://127.0.0.1:" + port, listeners, KafkaListener::advertises));
        settings.put("inter.broker.listener.name", "BROKER");
        settings.put(
                "listener.security.protocol.map",
                with("BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT", listeners, listener -> listener.name() + ":PLAINTEXT"));
        settings.put("log.dirs", folder.toString());
        // A misspelt topic is an error, not a new topic.
        settings.put("auto.create.topics.enable", "false");
        return settings;
    }

    private static String with(String usual, List<KafkaListener> listeners, Function<KafkaListener, String> further) {
        return Stream.concat(Stream.of(usual), listeners.stream().map(further)).collect(Collectors.joining(","));
    }

    /** One node with few clients: no replicas, few partitions and threads, a small cleaner. */
    private static final Map<String, String> SMALL = Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "4",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "4",
            "log.cleaner.dedupe.buffer.size", "4194304");

    /** Groups hear of new members and new records within a second; the defaults take five or six. */
    private static final Map<String, String> PROMPT = Map.of(
            "group.share.heartbeat.interval.ms", "1000",
            "group.share.min.heartbeat.interval.ms", "1000",
            "group.consumer.heartbeat.interval.ms", "1000",
            "group.consumer.min.heartbeat.interval.ms", "1000",
            "group.initial.rebalance.delay.ms", "0");
}
