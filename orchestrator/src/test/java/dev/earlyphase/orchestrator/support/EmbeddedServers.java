package dev.earlyphase.orchestrator.support;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import dev.earlyphase.launcher.testing.EmbeddedStack;

/** Real Kafka and Postgres for the tests, and timers quick enough to be waited for. */
public class EmbeddedServers implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Map<String, String> keys = new HashMap<>(EmbeddedStack.shared().configuration());
        keys.put("quarkus.http.test-port", "0");
        keys.put("earlyphase.trial.attempts", "3");
        keys.put("earlyphase.trial.backoff", "50ms");
        keys.put("earlyphase.reconcile.every", "200ms");
        keys.put("earlyphase.study.max-trials", "12000");
        // Metrics are soon up to date, so that no test waits for them.
        keys.put("earlyphase.count.every", "1s");
        keys.put("earlyphase.count.bytes-every", "1s");
        keys.put("earlyphase.quota.users.ann.running-trials", "2");
        keys.put("earlyphase.quota.users.bob.queued-trials", "3");
        keys.put("earlyphase.quota.users.carl.kept-bytes", "1M");
        return keys;
    }

    /** The servers end with the JVM. */
    @Override
    public void stop() {}
}
