package dev.earlyphase.gateway.database;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.TestDatabase;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class SchemaHealthTest {
    @Inject
    TestDatabase database;

    @AfterEach
    void migrated() {
        database.execute("update study.flyway_schema_history set success = true");
    }

    @Test
    void a_gateway_before_the_migrations_is_not_ready_and_says_whose_they_are() {
        database.execute("update study.flyway_schema_history set success = false where version <> '1'");

        when().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(containsString("Schema study is at version 1"))
                .body(containsString("the orchestrator of this release makes it"));
    }
}
