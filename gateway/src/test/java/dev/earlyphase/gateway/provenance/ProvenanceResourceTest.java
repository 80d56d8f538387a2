package dev.earlyphase.gateway.provenance;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.TestDatabase;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class ProvenanceResourceTest {
    private static final String STUDY = "fedcba98765432100126";
    private static final String PATH = "/api/v1/studies/" + STUDY + "/provenance";
    private static final StudyView VIEW = Examples.study(STUDY, StudyView.State.COMPLETED);
    private static final TrialView DENSE = Examples.dense(0);
    private static final TrialView PRUNED = Examples.pruned(DENSE, DENSE, "200it");

    @Inject
    Orchestration orchestrator;

    @Inject
    TestDatabase database;

    @BeforeEach
    void a_study_of_two_trials() {
        orchestrator.answers("/studies/" + STUDY, VIEW);
        database.clear();
        database.study(STUDY);
        database.trial(STUDY, 0, DENSE, 0, null, 0.975);
        database.trial(STUDY, 1, PRUNED, 1, "200it", 0.975);
    }

    @Test
    void each_trial_says_when_it_was_trained() {
        database.execute("update study.trial set started = '2026-01-02T03:04:05Z', ended = '2026-01-02T03:05:00Z'");

        var trial = when().get(PATH).as(StudyProvenance.class).trials().getFirst();

        assertThat(trial.started()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(trial.ended()).isEqualTo("2026-01-02T03:05:00Z");
    }

    @Test
    void each_trial_says_what_it_was_and_where_its_result_comes_from() {
        var provenance = when().get(PATH).as(StudyProvenance.class);

        assertThat(provenance.request()).isEqualTo(VIEW.request());
        assertThat(provenance.trials()).hasSize(2);
        var trial = provenance.trials().get(1);
        assertThat(trial.trial()).isEqualTo(PRUNED.id());
        assertThat(trial.role()).isEqualTo(new TrialRole(0, 1, "200it"));
        assertThat(trial.state()).isEqualTo(TrialState.COMPLETED);
        assertThat(trial.spec()).isEqualTo(PRUNED.spec());
        assertThat(trial.result()).isEqualTo(PRUNED.result());
        assertThat(trial.provenance().worker()).isEqualTo("worker-1");
    }

    @Test
    void a_trial_without_a_result_has_only_its_specification() {
        database.execute("update study.trial set state = 'running', result = null, provenance = null");

        var trial = when().get(PATH).as(StudyProvenance.class).trials().getFirst();

        assertThat(trial.spec()).isEqualTo(DENSE.spec());
        assertThat(trial.result()).isNull();
        assertThat(trial.provenance()).isNull();
    }

    @Test
    void a_page_says_where_to_go_on() {
        var first = when().get(PATH + "?limit=1").as(StudyProvenance.class);
        var second = when().get(PATH + "?limit=1&cursor=" + first.next()).as(StudyProvenance.class);

        assertThat(first.trials()).extracting(StudyProvenance.OfTrial::trial).containsExactly(DENSE.id());
        assertThat(second.trials()).extracting(StudyProvenance.OfTrial::trial).containsExactly(PRUNED.id());
        assertThat(second.next()).isNull();
    }

    @Test
    void a_cursor_that_is_no_number_is_refused() {
        when().get(PATH + "?cursor=x").then().statusCode(400).body("errors[0].field", equalTo("cursor"));
    }
}
