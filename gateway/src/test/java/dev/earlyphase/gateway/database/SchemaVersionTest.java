package dev.earlyphase.gateway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaVersionTest {
    @Test
    void the_needed_versions_are_the_newest_migrations_there_are() throws IOException {
        assertThat(SchemaVersion.STUDY.needed()).isEqualTo(newest("orchestrator"));
        assertThat(SchemaVersion.RESULTS.needed()).isEqualTo(newest("analyzer"));
    }

    @Test
    void a_schema_that_is_behind_is_named_with_who_brings_it_there() {
        assertThat(SchemaVersion.STUDY.lack(1))
                .hasValue(
                        "Schema study is at version 1 and version %d is needed: the orchestrator of this release makes it."
                                .formatted(SchemaVersion.STUDY.needed()));
    }

    @Test
    void a_schema_that_is_ahead_lacks_nothing() {
        assertThat(SchemaVersion.RESULTS.lack(99)).isEmpty();
    }

    private static int newest(String service) throws IOException {
        try (var scripts = Files.list(Path.of("../" + service + "/src/main/resources/db/migration"))) {
            return scripts.map(script -> script.getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();
        }
    }
}
