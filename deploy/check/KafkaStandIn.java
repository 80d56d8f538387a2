import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/** A real broker that reads the variables of the image apache/kafka: KAFKA_LOG_DIRS is log.dirs, and so on. */
class KafkaStandIn {
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            answers(arguments[0]);
            return;
        }
        Map<String, String> settings = settings();
        var folder = java.nio.file.Path.of(settings.get("log.dirs"));
        if (java.nio.file.Files.notExists(folder.resolve("meta.properties"))) {
            new Formatter()
                    .setPrintStream(System.out)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(Integer.parseInt(settings.get("node.id")))
                    .setControllerListenerName(settings.get("controller.listener.names"))
                    .setMetadataLogDirectory(folder.toString())
                    .setDirectories(List.of(folder.toString()))
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .run();
        }
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        server.startup();
        server.awaitShutdown();
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(Map.of("log.cleaner.dedupe.buffer.size", "4194304"));
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("KAFKA_")) {
                settings.put(name.substring(6).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return settings;
    }

    private static void answers(String broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            System.out.println(admin.describeCluster().nodes().get(5, TimeUnit.SECONDS));
        }
    }
}
