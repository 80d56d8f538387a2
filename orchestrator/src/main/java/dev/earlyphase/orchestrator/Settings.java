package dev.earlyphase.orchestrator;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The keys of {@code application.properties} below {@code earlyphase}; each is explained there. */
@ConfigMapping(prefix = "earlyphase")
public interface Settings {
    String kafka();

    Study study();

    Trial trial();

    Lease lease();

    Claim claim();

    Dispatch dispatch();

    Reconcile reconcile();

    Count count();

    Worker worker();

    Topics topics();

    Access access();

    interface Study {
        int maxTrials();

        int maxBody();

        int atOnce();

        Duration turn();
    }

    interface Trial {
        int attempts();

        Duration backoff();

        Duration longestBackoff();
    }

    interface Lease {
        Duration length();
    }

    interface Claim {
        boolean waiting();
    }

    interface Dispatch {
        Duration every();

        int margin();

        Duration unclaimed();
    }

    interface Reconcile {
        Duration every();
    }

    interface Count {
        Duration every();

        Duration bytesEvery();
    }

    interface Worker {
        Duration unseen();
    }

    interface Topics {
        short replicationFactor();
    }

    interface Access {
        /** The first operator's API key; without it the orchestrator does not start. */
        Optional<String> operatorKey();

        /** The workers' API key; without it neither they nor the orchestrator start. */
        Optional<String> workerKey();

        /** The secret by which the orchestrator knows the gateway; without it neither of them starts. */
        Optional<String> gatewayKey();
    }
}
