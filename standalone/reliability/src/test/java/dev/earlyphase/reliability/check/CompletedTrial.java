package dev.earlyphase.reliability.check;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.launcher.testing.EmbeddedStack;
import dev.earlyphase.reliability.evidence.Database;

/** Real servers that hold what a single trial of two iterations leaves: rows in both schemas, a checkpoint, no backlog. */
final class CompletedTrial {
    static final String ID = "ab".repeat(32);
    static final String KEY = "trials/" + ID + "/attempt-1/2it.safetensors";

    private static final byte[] WEIGHTS = "weights".getBytes(StandardCharsets.UTF_8);
    private static final EmbeddedAddresses SERVERS = EmbeddedStack.shared().addresses();

    private static boolean made;

    private CompletedTrial() {}

    static EmbeddedAddresses servers() {
        return SERVERS;
    }

    /** Everything as it should be, whatever was there before. */
    static void make() throws Exception {
        if (!made) {
            schema("study", "orchestrator");
            schema("results", "analyzer");
            made = true;
        }
        sql("truncate study.study, study.trial, study.outbox, results.telemetry cascade");
        sql("insert into study.study (id, name, request, priority, max_parallel) values ('s', 's', '{}', 0, 1)");
        sql("""
                insert into study.trial (id, spec, observations, begin_iteration, end_iteration, state, attempt, iteration, result)
                values ('%s', '{}', '{}', 0, 2, 'completed', 1, 2, '{"weightsSha256": "%s"}')""".formatted(ID, sha256()));
        sql("insert into study.attempt (trial, number, worker, began, ended, outcome)"
                + " values ('%s', 1, 'w', now(), now(), 'completed')".formatted(ID));
        sql("insert into study.checkpoint (trial, iteration, attempt, purpose, weights, at) values"
                + " ('%s', 2, 1, 'observed', '{\"key\": \"%s\", \"sha256\": \"%s\", \"bytes\": %d}', now())"
                        .formatted(ID, KEY, sha256(), WEIGHTS.length));
        for (int iteration = 0; iteration < 2; iteration++) {
            sql("""
                    insert into results.telemetry (trial, iteration, attempt, loss, learning_rate, signs_changed, layers,
                        layer_weight_mean_magnitude, layer_gradient_mean_magnitude, layer_gradient_l2,
                        layer_signs_changed, layer_distance, layer_cosine)
                    values ('%s', %d, 1, 2.3, 0.1, 0, '{}', '{}', '{}', '{}', '{}', '{}', '{}')""".formatted(ID, iteration));
        }
        put(KEY, WEIGHTS);
        topics();
    }

    static void sql(String statement) throws Exception {
        new Database(SERVERS).work(connection -> {
            try (var prepared = connection.createStatement()) {
                prepared.execute(statement);
            }
        });
    }

    static void put(String key, byte[] bytes) throws Exception {
        store().putObject(PutObjectArgs.builder().bucket(SERVERS.s3Bucket()).object(key).stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                .build());
    }

    static MinioClient store() {
        return MinioClient.builder()
                .endpoint(SERVERS.s3Endpoint())
                .credentials(SERVERS.s3AccessKey(), SERVERS.s3SecretKey())
                .region("us-east-1")
                .build();
    }

    private static void schema(String schema, String service) throws Exception {
        sql("create schema " + schema);
        Path folder = Path.of("../..", service, "src/main/resources/db/migration");
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted(Comparator.comparingInt(CompletedTrial::version))
                    .toList()) {
                sql("set search_path to %s; %s".formatted(schema, Files.readString(file)));
            }
        }
    }

    private static int version(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"));
    }

    /** The groups have taken all that is there. */
    private static void topics() throws Exception {
        List<String> topics = List.of(Topics.CHECKPOINT_EVENTS, Topics.TRIAL_TELEMETRY, Topics.DEAD_LETTERS);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", SERVERS.kafka()))) {
            if (admin.listTopics().names().get().isEmpty()) {
                admin.createTopics(topics.stream()
                                .map(topic -> new NewTopic(topic, 1, (short) 1))
                                .toList())
                        .all()
                        .get();
            }
            for (String topic : topics) {
                var partition = new TopicPartition(topic, 0);
                long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .partitionResult(partition)
                        .get()
                        .offset();
                for (String group : List.of("orchestrator", "analyzer")) {
                    admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(end)))
                            .all()
                            .get();
                }
            }
        }
    }

    private static String sha256() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(WEIGHTS));
    }
}
