package dev.earlyphase.trainer.worker;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.launcher.EmbeddedProcess;
import dev.earlyphase.launcher.testing.EmbeddedStack;

/** Real Kafka and S3 for the worker under test, with the topics that the orchestrator would make. */
public final class RealServers implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        EmbeddedProcess servers = EmbeddedStack.shared();
        var configuration = new HashMap<>(servers.configuration());
        configuration.keySet().removeIf(key -> key.startsWith("earlyphase.postgres"));
        configuration.put("earlyphase.orchestrator.url", FakeOrchestrator.SHARED.url());
        configuration.put("earlyphase.worker.heartbeat", "200ms");
        configuration.put("earlyphase.cache", "target/cache");
        try (Admin admin = Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, configuration.get("earlyphase.kafka")))) {
            // Tests with settings of their own start the worker again.
            Set<String> known = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            Collection<NewTopic> topics =
                    List.of(Topics.TRIAL_SPECS, Topics.CHECKPOINT_EVENTS, Topics.TRIAL_TELEMETRY).stream()
                            .filter(name -> !known.contains(name))
                            .map(name -> new NewTopic(name, Optional.of(1), Optional.empty()))
                            .toList();
            admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.GROUP, Topics.WORKERS),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the topics could not be made", e);
        }
        return configuration;
    }

    @Override
    public void stop() {}
}
