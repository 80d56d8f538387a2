package dev.earlyphase.analyzer.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.launcher.EmbeddedProcess;
import dev.earlyphase.launcher.testing.EmbeddedStack;

/** Real Kafka with the topics, real Postgres and a real object store. */
public final class EmbeddedServers implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        EmbeddedProcess servers = EmbeddedStack.shared();
        createTopics(servers.addresses().kafka());
        var configuration = new HashMap<>(servers.configuration());
        // What is spoilt in a test stays so.
        configuration.put("earlyphase.analyzer.object.patience", "500ms");
        return configuration;
    }

    @Override
    public void stop() {}

    private static void createTopics(String brokers) {
        var topics = List.of(
                new NewTopic(Topics.CHECKPOINT_EVENTS, 1, (short) 1),
                new NewTopic(Topics.TRIAL_TELEMETRY, 1, (short) 1),
                new NewTopic(Topics.DEAD_LETTERS, 1, (short) 1));
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("cannot create topics at " + brokers, e);
        }
    }
}
