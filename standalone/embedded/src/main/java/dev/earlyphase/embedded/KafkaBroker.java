package dev.earlyphase.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

import dev.earlyphase.launcher.Folders;

/** One Kafka node that is broker and controller. */
final class KafkaBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final String address;

    private KafkaBroker(KafkaRaftServer server, String address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Starts the node and returns when it takes records.
     *
     * @param folder its data; formatted when new
     * @param port of the broker; may differ from start to start, as may the controller's, since the single voter is
     *     found by configuration and clients ask the broker anew
     * @param listeners further ways to the broker
     */
    static KafkaBroker start(Path folder, int port, int controllerPort, List<KafkaListener> listeners)
            throws Exception {
        Folders.createPrivate(folder);
        // Written last, so that its presence means a whole format.
        if (Files.notExists(folder.resolve("meta.properties"))) {
            format(folder);
        }
        Map<String, String> settings = KafkaSettings.of(folder, port, controllerPort, listeners);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (Exception e) {
            server.shutdown();
            throw e;
        }
        return new KafkaBroker(server, "127.0.0.1:" + port);
    }

    /** The bootstrap servers. */
    String address() {
        return address;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(KafkaSettings.NODE)
                .setControllerListenerName(KafkaSettings.CONTROLLER)
                .setMetadataLogDirectory(folder.toString())
                .setDirectories(List.of(folder.toString()))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .run();
    }
}
