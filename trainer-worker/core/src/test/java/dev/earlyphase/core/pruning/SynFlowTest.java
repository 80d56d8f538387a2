package dev.earlyphase.core.pruning;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Refused;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.core.gradient.Factorial;
import dev.earlyphase.core.network.BatchNorm;
import dev.earlyphase.core.network.Convolution;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.Layer;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.network.Relu;
import dev.earlyphase.core.network.Residual;
import dev.earlyphase.core.reference.ReferenceEngine;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.GlobalMagnitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SynFlowTest {
    private static final Network TWO_LAYERS = new Network(
            "two layers",
            Factorial.SHAPE,
            2,
            List.of(new Flatten(), new Linear("first", 4, 3), new Relu(), new Linear("last", 3, 2)));

    @Test
    void scores_are_the_flow_through_each_weight_up_to_one_factor() {
        Tensors state = Factorial.random(TWO_LAYERS, 0.5, 1);
        float[] first = state.get("first.weight").values();
        float[] last = state.get("last.weight").values();

        Tensors scores = scores(TWO_LAYERS, state);

        double factor = sum(scores, "first.weight") / flow(first, last);
        for (int hidden = 0; hidden < 3; hidden++) {
            double out = Math.abs(last[hidden]) + Math.abs(last[3 + hidden]);
            double in = 0;
            for (int input = 0; input < 4; input++) {
                double weight = Math.abs(first[4 * hidden + input]);
                in += weight;
                assertThat((double) scores.get("first.weight").values()[4 * hidden + input])
                        .isCloseTo(factor * weight * out, within(1e-5 * factor));
            }
            assertThat((double) scores.get("last.weight").values()[hidden])
                    .isCloseTo(factor * Math.abs(last[hidden]) * in, within(1e-5 * factor));
        }
    }

    @Test
    void every_layer_of_a_chain_has_the_same_flow() {
        Network chain = chain(6);

        Tensors scores = scores(chain, Factorial.random(chain, 0.5, 1));

        for (Parameter weight : chain.prunable()) {
            assertThat(sum(scores, weight.name())).isCloseTo(sum(scores, "0.weight"), within(1e-4));
        }
    }

    @Test
    void flow_beyond_single_precision_is_scaled_into_it() {
        Network deep = chain(35);

        Tensors scores = scores(deep, Factorial.filled(deep, 10));

        assertThat(sum(scores, "0.weight")).isPositive().isFinite();
        assertThat(sum(scores, "34.weight")).isCloseTo(sum(scores, "0.weight"), within(1e-3 * sum(scores, "0.weight")));
    }

    @Test
    void flow_beyond_all_scales_is_refused_by_name() {
        Network deeper = chain(100);

        assertThatThrownBy(() -> scores(deeper, Factorial.filled(deeper, 10)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("synflow")
                .hasMessageContaining("chain of 100");
    }

    @Test
    void a_network_through_which_nothing_flows_is_refused_by_name() {
        assertThatThrownBy(() -> scores(TWO_LAYERS, Factorial.filled(TWO_LAYERS, 0)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("two layers")
                .hasMessageContaining("below");
    }

    @Test
    void no_layer_collapses_where_pruning_by_magnitude_takes_all_of_one() {
        Network chain = chain(4);
        Tensors state = Factorial.random(chain, 0.5, 1);
        float[] faint = state.get("2.weight").values().clone();
        for (int i = 0; i < faint.length; i++) {
            faint[i] *= 1e-3f;
        }
        state = state.with(new Tensor("2.weight", state.get("2.weight").shape(), faint));

        Mask synflow = StartPrunings.prune(
                        new MaskSource.Scored("synflow", 0.2, null), Factorial.subject(chain, 8), state)
                .mask();

        assertThat(new GlobalMagnitude(0.8)
                        .prune(state, dense(chain, state))
                        .mask()
                        .collapsed())
                .contains("2.weight");
        assertThat(synflow.collapsed()).isEmpty();
    }

    @Test
    void batch_norm_is_left_out_inside_residuals_too() {
        List<Layer> body = List.of(new BatchNorm("inner", 4), new Convolution("body", 4, 4, 1, 1, 0, false));
        Network normed = new Network(
                "normed",
                Factorial.SHAPE,
                2,
                List.of(new BatchNorm("bn", 4), new Residual(body, List.of()), new Flatten(), new Linear("fc", 4, 2)));
        Tensors state = Factorial.filled(normed, 0.5f);

        Tensors scores = scores(normed, state);

        // Each of four ones becomes 1 + 4·½ = 3, of which 2 came through the convolution; then 4·2 weights of ½.
        assertThat(sum(scores, "body.weight") / sum(scores, "fc.weight")).isCloseTo(2 / 3.0, within(1e-5));
    }

    private static Tensors scores(Network network, Tensors state) {
        try (var flow = new SynapticFlow(new ReferenceEngine(), network, state)) {
            return flow.scores(dense(network, state));
        }
    }

    private static Mask dense(Network network, Tensors state) {
        return Mask.dense(Tensors.of(network.prunable().stream()
                .map(parameter -> state.get(parameter.name()))
                .toList()));
    }

    private static Network chain(int layers) {
        List<Layer> chain = new ArrayList<>(List.of(new Flatten()));
        for (int i = 0; i < layers - 1; i++) {
            chain.add(new Linear(Integer.toString(i), 4, 4));
        }
        chain.add(new Linear(Integer.toString(layers - 1), 4, 2));
        return new Network("chain of " + layers, Factorial.SHAPE, 2, chain);
    }

    private static double flow(float[] first, float[] last) {
        double flow = 0;
        for (int hidden = 0; hidden < 3; hidden++) {
            for (int input = 0; input < 4; input++) {
                flow += Math.abs(first[4 * hidden + input]) * (Math.abs(last[hidden]) + Math.abs(last[3 + hidden]));
            }
        }
        return flow;
    }

    private static double sum(Tensors scores, String tensor) {
        double sum = 0;
        for (float score : scores.get(tensor).values()) {
            sum += score;
        }
        return sum;
    }
}
