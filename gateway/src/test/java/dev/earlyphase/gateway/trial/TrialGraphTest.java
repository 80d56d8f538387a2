package dev.earlyphase.gateway.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.trial.TrialGraph.Edge;
import dev.earlyphase.gateway.trial.TrialGraph.Kind;
import dev.earlyphase.gateway.trial.TrialGraph.Node;

import static org.assertj.core.api.Assertions.assertThat;

class TrialGraphTest {
    @Test
    void a_trial_of_level_two_descends_from_level_one_and_the_dense_run() {
        var dense = Examples.dense(0);
        var first = Examples.pruned(dense, dense, "200it");
        var second = Examples.pruned(dense, first, "200it");
        Map<TrialId, TrialView> trials = new HashMap<>();
        List.of(dense, first, second).forEach(trial -> trials.put(trial.id(), trial));
        var read = new ArrayList<TrialId>();

        var graph = TrialGraph.of(second, id -> {
            read.add(id);
            return trials.get(id);
        });

        assertThat(graph.trial()).isEqualTo(second.id());
        assertThat(graph.nodes()).extracting(Node::id).containsExactly(second.id(), dense.id(), first.id());
        assertThat(graph.edges())
                .containsExactlyInAnyOrder(
                        new Edge(dense.id(), second.id(), Kind.START, Moment.ofIterations(200)),
                        new Edge(first.id(), second.id(), Kind.MASK, Moment.ofIterations(1876)),
                        new Edge(dense.id(), first.id(), Kind.START, Moment.ofIterations(200)),
                        new Edge(dense.id(), first.id(), Kind.MASK, Moment.ofIterations(1876)));
        assertThat(read).doesNotHaveDuplicates();
    }
}
