package dev.earlyphase.gateway.access;

import java.time.Duration;
import java.util.Optional;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.access.KeyText;
import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.gateway.database.Database;

/** Whose API keys are, remembered for seconds: that long a revoked key may still open. */
@Singleton
public class Keys {
    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final Database database;
    private final Cache<String, Optional<Caller>> known =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    Keys(Database database) {
        this.database = database;
    }

    /** Asks the database where it must. */
    public Optional<Caller> holder(KeyText key) {
        return known.get(key.hash(), this::read);
    }

    /** Null where the database has to be asked. */
    Optional<Caller> remembered(KeyText key) {
        return known.getIfPresent(key.hash());
    }

    private Optional<Caller> read(String hash) {
        return database
                .list(
                        "select user_name, role from study.valid_key where hash = ?",
                        row -> new Caller(row.text("user_name"), Role.parse(row.text("role"))),
                        hash)
                .stream()
                .findFirst();
    }
}
