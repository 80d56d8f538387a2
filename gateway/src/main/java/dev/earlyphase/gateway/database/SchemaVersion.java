package dev.earlyphase.gateway.database;

import java.util.Locale;
import java.util.Optional;

/** The migrations that the queries of this build rest on. */
public enum SchemaVersion {
    STUDY(12, "orchestrator"),
    RESULTS(4, "analyzer");

    private final int needed;
    private final String owner;

    /** @param owner the service that migrates it */
    SchemaVersion(int needed, String owner) {
        this.needed = needed;
        this.owner = owner;
    }

    public int needed() {
        return needed;
    }

    /** Flyway's table. */
    String history() {
        return schema() + ".flyway_schema_history";
    }

    /** What is missing, if the schema is only at a version. */
    Optional<String> lack(int present) {
        return present >= needed
                ? Optional.empty()
                : Optional.of("Schema %s is at version %d and version %d is needed: the %s of this release makes it."
                        .formatted(schema(), present, needed, owner));
    }

    private String schema() {
        return name().toLowerCase(Locale.ROOT);
    }
}
