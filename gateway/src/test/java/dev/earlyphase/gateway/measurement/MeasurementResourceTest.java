package dev.earlyphase.gateway.measurement;

import java.util.Arrays;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.TestDatabase;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class MeasurementResourceTest {
    private static final TrialView TRIAL = Examples.dense(30);
    private static final String PATH = "/api/v1/trials/" + TRIAL.id() + "/measurements";

    @Inject
    Orchestration orchestrator;

    @Inject
    TestDatabase database;

    @BeforeEach
    void a_trial_that_was_measured() {
        orchestrator.answers("/trials/" + TRIAL.id(), TRIAL);
        database.clear();
        database.measurement(TRIAL, 10, "hessian-eigenvalues", 3.0, null);
        database.measurement(TRIAL, 10, "gradient-share", 0.5);
        database.measurement(TRIAL, 0, "hessian-eigenvalues", 2.0, 1.0);
    }

    @Test
    void all_come_by_iteration_and_name() {
        var found = when().get(PATH).as(Measurements.class);

        assertThat(found.measurements())
                .containsExactly(
                        new Measurement(0, "hessian-eigenvalues", "*", Arrays.asList(2.0, 1.0)),
                        new Measurement(10, "gradient-share", "*", Arrays.asList(0.5)),
                        new Measurement(10, "hessian-eigenvalues", "*", Arrays.asList(3.0, null)));
    }

    @Test
    void those_of_one_name_can_be_had_alone() {
        var found = when().get(PATH + "?name=gradient-share").as(Measurements.class);

        assertThat(found.measurements()).extracting(Measurement::name).containsExactly("gradient-share");
    }
}
