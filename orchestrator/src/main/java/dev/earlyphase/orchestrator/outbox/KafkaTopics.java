package dev.earlyphase.orchestrator.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.orchestrator.Settings;

/** The topics that all services use, and the setting of the workers' share group; made once, by this service. */
@ApplicationScoped
public class KafkaTopics {
    private static final int WAIT_SECONDS = 10;
    private static final int EVENT_PARTITIONS = 4;
    private static final String SHARE_FEATURE = "share.version";

    private final Settings settings;
    private final Map<String, Object> connection;
    private volatile boolean ready;
    private volatile String obstacle = "not asked yet";

    /** @param connection where Kafka is and how one is let in: every key below {@code kafka} */
    KafkaTopics(Settings settings, @Identifier("default-kafka-broker") Map<String, Object> connection) {
        this.settings = settings;
        this.connection = connection;
    }

    /** Whether they were seen to be there. */
    public boolean ready() {
        return ready;
    }

    /** Why they were not seen to be there yet; for people. */
    public String obstacle() {
        return obstacle;
    }

    /** @throws Unavailable when Kafka does not answer, or has no share groups */
    void ensure() {
        if (ready) {
            return;
        }
        try {
            make();
        } catch (Unavailable e) {
            obstacle = e.getMessage();
            throw e;
        }
    }

    private void make() {
        var access = new HashMap<>(connection);
        access.putAll(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                WAIT_SECONDS * 1000));
        try (Admin admin = Admin.create(access)) {
            refuseWithoutShareGroups(admin);
            createTopics(admin);
            letNewGroupsReadFromTheBeginning(admin);
            ready = true;
            Log.infof("Topics are there: kafka=%s", settings.kafka());
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            throw new Unavailable("Kafka at " + settings.kafka() + " does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for Kafka");
        }
    }

    /** Workers share one topic (KIP-932): production-ready since Kafka 4.2, and a feature that may be switched off. */
    private void refuseWithoutShareGroups(Admin admin)
            throws ExecutionException, TimeoutException, InterruptedException {
        FinalizedVersionRange share = admin.describeFeatures()
                .featureMetadata()
                .get(WAIT_SECONDS, TimeUnit.SECONDS)
                .finalizedFeatures()
                .get(SHARE_FEATURE);
        if (share == null || share.maxVersionLevel() < 1) {
            throw new Unavailable(
                    "Kafka at %s has no share groups: its feature %s is %s, and at least version 1 is needed. Kafka 4.2 or newer has it; kafka-features.sh upgrade --feature %s=1 turns it on"
                            .formatted(
                                    settings.kafka(),
                                    SHARE_FEATURE,
                                    share == null ? "missing" : "version " + share.maxVersionLevel(),
                                    SHARE_FEATURE));
        }
    }

    private void createTopics(Admin admin) throws ExecutionException, TimeoutException, InterruptedException {
        List<NewTopic> topics = List.of(
                topic(Topics.TRIAL_SPECS, 1),
                topic(Topics.CHECKPOINT_EVENTS, EVENT_PARTITIONS),
                topic(Topics.TRIAL_TELEMETRY, EVENT_PARTITIONS),
                topic(Topics.DEAD_LETTERS, 1));
        for (var creation : admin.createTopics(topics).values().values()) {
            try {
                creation.get(WAIT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /** By default a share group reads only what comes after it: offers made before the first worker would be lost. */
    private static void letNewGroupsReadFromTheBeginning(Admin admin)
            throws ExecutionException, TimeoutException, InterruptedException {
        var workers = new ConfigResource(ConfigResource.Type.GROUP, Topics.WORKERS);
        var earliest =
                new AlterConfigOp(new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(workers, List.of(earliest))).all().get(WAIT_SECONDS, TimeUnit.SECONDS);
    }

    private NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, settings.topics().replicationFactor());
    }
}
