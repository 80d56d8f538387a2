package dev.earlyphase.orchestrator.study;

import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.study.StudyGraph;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;
import dev.earlyphase.orchestrator.support.Requests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class StudyGraphTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    private StudyGraph graph(String study) {
        return platform.as(given().get("/internal/studies/" + study + "/graph"), StudyGraph.class);
    }

    @Test
    void each_trial_points_to_those_it_takes_weights_and_mask_from_and_what_is_drawn_anew_to_none() {
        String study = platform.submit(Platform.study(List.of(Platform.newSeed()), List.of("0it", "100it"), 2))
                .id();

        List<StudyGraph.Node> nodes = graph(study).nodes();

        assertThat(nodes)
                .extracting(StudyGraph.Node::id)
                .containsExactlyElementsOf(
                        platform.trials(study).stream().map(TrialView::id).toList());
        assertThat(nodes).extracting(StudyGraph.Node::level).containsExactly(0, 1, 1, 2, 2);
        assertThat(nodes).extracting(StudyGraph.Node::rewind).containsExactly(null, "0it", "100it", "0it", "100it");
        assertThat(nodes).extracting(StudyGraph.Node::start).containsExactly(null, null, List.of(0), null, List.of(0));
        assertThat(nodes).extracting(StudyGraph.Node::mask).containsExactly(null, 0, 0, 1, 2);
        assertThat(nodes.getLast().begin()).isEqualTo(100);
        assertThat(nodes.getLast().accuracy()).isNull();
    }

    @Test
    void a_line_between_two_runs_points_to_both() {
        String study = platform.submit(Requests.of(
                        "linear-connectivity", Long.toString(Platform.newSeed()), "'rewind': ['0it'], 'orders': 2"))
                .id();

        List<StudyGraph.Node> nodes = graph(study).nodes();

        assertThat(nodes)
                .filteredOn(node -> node.start() != null && node.start().size() == 2)
                .isNotEmpty();
    }

    @Test
    void what_has_ended_says_how() {
        String study = platform.submit(Platform.study(List.of(Platform.newSeed()), List.of("0it"), 1))
                .id();
        List<TrialView> trials = platform.trials(study);
        worker.train(trials.getFirst().id());
        platform.awaitCompleted(trials.getFirst().id());
        platform.awaitClaimable(trials.getLast().id());
        worker.end(worker.claim(trials.getLast().id()), new AttemptEnded.Diverged(17, "the loss is NaN"));
        platform.awaitState(trials.getLast().id(), TrialState.DIVERGED);

        List<StudyGraph.Node> nodes = graph(study).nodes();

        TrialView dense = platform.trial(trials.getFirst().id());
        assertThat(nodes.getFirst().accuracy()).isEqualTo(dense.result().testAccuracy());
        assertThat(nodes.getFirst().density()).isEqualTo(dense.result().density());
        assertThat(nodes.getFirst().worker()).isEqualTo(FakeWorker.NAME);
        assertThat(nodes.getLast().state()).isEqualTo(TrialState.DIVERGED);
        assertThat(nodes.getLast().reason()).isEqualTo("the loss is NaN");
        assertThat(nodes.getLast().iteration()).isEqualTo(17);
    }

    @Test
    void there_is_no_graph_of_a_study_that_is_not_there() {
        assertThat(given().get("/internal/studies/ffffffffffffffffffff/graph").statusCode())
                .isEqualTo(404);
    }
}
