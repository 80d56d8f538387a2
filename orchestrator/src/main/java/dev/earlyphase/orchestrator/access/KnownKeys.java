package dev.earlyphase.orchestrator.access;

import java.time.Duration;
import java.util.Optional;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.access.KeyText;

/** Whose keys are, remembered for seconds: that long a revoked key may still open. */
@Singleton
class KnownKeys {
    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final ApiKeys keys;
    private final Cache<String, Optional<Caller>> known =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    KnownKeys(ApiKeys keys) {
        this.keys = keys;
    }

    /** Asks the database where it must. */
    Optional<Caller> holder(KeyText key) {
        return known.get(key.hash(), keys::holder);
    }

    /** Null where the database has to be asked. */
    Optional<Caller> remembered(KeyText key) {
        return known.getIfPresent(key.hash());
    }
}
