package dev.earlyphase.gateway.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.StudyBuilder;
import dev.earlyphase.gateway.testing.TestDatabase;

import static io.restassured.RestAssured.when;

/**
 * Times figures over 10,000 trials and 4,000,000 rows of telemetry, from the request to the last byte, and prints the
 * plans of their queries. Run with {@code mvn -pl gateway -am test -Dtest=FigureBenchmark -Dfigures.benchmark=true}.
 */
@QuarkusTest
@QuarkusTestResource(Stack.class)
@EnabledIfSystemProperty(named = "figures.benchmark", matches = "true")
class FigureBenchmark {
    private static final int REPEATS = 30;
    private static final int WARM_UP = 10;

    @Inject
    Orchestration orchestrator;

    @Inject
    TestDatabase database;

    @ConfigProperty(name = "earlyphase.postgres.url")
    String url;

    @ConfigProperty(name = "earlyphase.postgres.user")
    String user;

    @ConfigProperty(name = "earlyphase.postgres.password")
    String password;

    @Test
    void figures_of_large_studies() throws Exception {
        orchestrator.answers("/studies/" + Rows.PERTURBED, study(Rows.PERTURBED, Recipe.PERTURBATIONS));
        database.clear();
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            Rows.fill(connection);
            for (String figure : List.of("figure-1", "figure-2", "figure-3", "figure-5", "figure-7")) {
                for (String format : List.of("json", "svg", "png")) {
                    time(Rows.PERTURBED + "/figures/" + figure + "." + format);
                }
            }
            Plans.print(connection);
        }
        database.clear();
    }

    private static void time(String figure) {
        double[] milliseconds = new double[REPEATS];
        long bytes = 0;
        for (int i = -WARM_UP; i < REPEATS; i++) {
            long start = System.nanoTime();
            bytes = when().get("/api/v1/studies/" + figure)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray()
                    .length;
            if (i >= 0) {
                milliseconds[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(milliseconds);
        System.out.printf(
                "BENCH %s: p50 %.0f ms, p95 %.0f ms, %d bytes%n",
                figure, milliseconds[REPEATS / 2], milliseconds[(int) Math.ceil(0.95 * REPEATS) - 1], bytes);
    }

    private static StudyView study(String id, Recipe recipe) {
        return Examples.study(id, StudyView.State.COMPLETED, StudyBuilder.request(recipe));
    }
}
