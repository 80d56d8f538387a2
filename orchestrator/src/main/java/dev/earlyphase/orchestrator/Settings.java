package dev.earlyphase.orchestrator;

import java.time.Duration;

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

    Worker worker();

    Topics topics();

    interface Study {
        int maxTrials();

        int maxBody();
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

    interface Worker {
        Duration unseen();
    }

    interface Topics {
        short replicationFactor();
    }
}
