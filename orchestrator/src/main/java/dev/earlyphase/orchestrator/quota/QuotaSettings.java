package dev.earlyphase.orchestrator.quota;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

/** The keys below {@code earlyphase.quota}; what is not set is not limited. */
@ConfigMapping(prefix = "earlyphase.quota")
public interface QuotaSettings {
    /** For everybody who has no limits of their own. */
    @WithParentName
    Limits general();

    /** By user: {@code earlyphase.quota.users.ann.running-trials=8}. What is not set there is as for everybody. */
    Map<String, Limits> users();

    /** What one user may have at a time. */
    interface Limits {
        /** Trials of one user that are offered to workers or training. */
        OptionalInt runningTrials();

        /** Trials of one user that are waiting or ready. */
        OptionalInt queuedTrials();

        /** Bytes of checkpoints and masks of one user, such as {@code 500G}. */
        Optional<MemorySize> keptBytes();
    }
}
