package dev.earlyphase.trainer.attempt;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Probe;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.trainer.attempt.Bench.Ran;
import dev.earlyphase.trainer.engine.EngineKind;

import static dev.earlyphase.trainer.attempt.Bench.END;
import static dev.earlyphase.trainer.attempt.Bench.REWIND;
import static dev.earlyphase.trainer.attempt.Bench.claim;
import static dev.earlyphase.trainer.attempt.Bench.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProbedTrialTest {
    private static final List<Probe> PROBES = List.of(
            new Probe("hessian", List.of(0, 16, END), Map.of("examples", 64.0, "steps", 6.0, "eigenvalues", 3.0)),
            new Probe("noise-scale", List.of(16), Map.of("small", 8.0)),
            new Probe("fisher", List.of(16), Map.of("examples", 4.0)));

    private final Bench bench = new Bench();
    private final TrialSpec lenet = dense(NetworkName.LENET_300_100, 0.1, 0.9);

    @Test
    void probes_tell_what_they_measure_at_the_iterations_that_were_asked_for() {
        Ran ran = bench.run(probed(PROBES, 1, null));

        assertThat(ran.reports().measurements())
                .extracting(measurement -> measurement.iteration() + " " + measurement.name())
                .containsExactly(
                        "0 hessian-eigenvalues",
                        "0 gradient-share",
                        "0 stability-edge",
                        "16 hessian-eigenvalues",
                        "16 gradient-share",
                        "16 stability-edge",
                        "16 noise-scale",
                        "16 fisher-trace",
                        END + " hessian-eigenvalues",
                        END + " gradient-share",
                        END + " stability-edge");
        assertThat(values(ran, "hessian-eigenvalues", 16))
                .hasSize(3)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(values(ran, "gradient-share", 16).getFirst()).isBetween(0.0, 1.0);
        assertThat(values(ran, "fisher-trace", 16).getFirst()).isPositive();
    }

    @Test
    void a_probed_trial_ends_in_the_same_bits_as_one_that_is_not() {
        Ran undisturbed = bench.run(claim(lenet, 1));

        Ran probed = bench.run(probed(PROBES, 1, null));

        assertThat(probed.completed().result().weightsSha256())
                .isEqualTo(undisturbed.completed().result().weightsSha256());
    }

    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void a_residual_network_with_batch_norm_is_probed_on_either_engine_without_a_trace(EngineKind kind) {
        var bench = new Bench(kind);
        TrialSpec resnet = dense(NetworkName.RESNET_20, 0.02, 0.9);
        List<Probe> early = PROBES.stream()
                .map(probe -> new Probe(probe.kind(), List.of(1), probe.options()))
                .toList();
        Ran undisturbed = bench.run(probed(resnet, List.of(), 1, null), 2, Orders.Kind.STOP);

        Ran probed = bench.run(probed(resnet, early, 2, null), 2, Orders.Kind.STOP);

        assertThat(bench.weights(probed, 2)).isEqualTo(bench.weights(undisturbed, 2));
        assertThat(probed.reports().measurements())
                .hasSize(5)
                .allSatisfy(measurement -> assertThat(measurement.values()).doesNotContainNull());
    }

    @Test
    void an_attempt_that_resumes_measures_the_same() {
        Ran whole = bench.run(probed(PROBES, 1, null));
        Ran stopped = bench.run(probed(PROBES, 2, null), REWIND, Orders.Kind.STOP);
        var left = stopped.reports().checkpoints().getLast();

        Ran resumed = bench.run(probed(PROBES, 3, new Claim.Resume(REWIND, left.weights(), left.momentum())));

        assertThat(resumed.reports().measurements())
                .isEqualTo(whole.reports().measurements().stream()
                        .filter(measurement -> measurement.iteration() > REWIND)
                        .toList());
    }

    @Test
    void an_option_out_of_range_fails_the_attempt_with_what_is_allowed() {
        List<Probe> impossible = List.of(new Probe("hessian", List.of(0), Map.of("steps", 0.0)));

        assertThatThrownBy(() -> bench.run(probed(impossible, 1, null)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("options.steps")
                .hasMessageContaining("1 to 500");
    }

    private Claim probed(List<Probe> probes, int attempt, Claim.Resume resume) {
        return probed(lenet, probes, attempt, resume);
    }

    private static Claim probed(TrialSpec spec, List<Probe> probes, int attempt, Claim.Resume resume) {
        var observations = new Observations(List.of(REWIND), 4_000, 100, 1_000, false, probes);
        return new Claim(spec.id(), attempt, 30, spec, observations, null, null, null, null, null, null, resume);
    }

    private static List<Double> values(Ran ran, String name, int iteration) {
        return ran.reports().measurements().stream()
                .filter(measurement -> measurement.name().equals(name) && measurement.iteration() == iteration)
                .map(Measurement::values)
                .findFirst()
                .orElseThrow();
    }
}
