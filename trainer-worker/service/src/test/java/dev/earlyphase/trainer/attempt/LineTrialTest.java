package dev.earlyphase.trainer.attempt;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.trainer.attempt.Bench.Ran;

import static dev.earlyphase.trainer.attempt.Bench.END;
import static dev.earlyphase.trainer.attempt.Bench.claim;
import static dev.earlyphase.trainer.attempt.Bench.dense;
import static dev.earlyphase.trainer.attempt.Bench.like;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LineTrialTest {
    private static final int POINTS = 5;

    private final Bench bench = new Bench();
    private final TrialSpec one = dense(NetworkName.LENET_300_100, 0.1, 0.9);
    private final TrialSpec other =
            new TrialSpec(one.network(), one.dataset(), one.seed(), one.training(), null, null, null, null, null, 77L);
    private final Ran from = bench.run(claim(one, 1));
    private final Ran to = bench.run(claim(other, 1));

    @Test
    void a_line_has_five_values_a_point_and_takes_no_iteration() {
        Ran line = bench.run(line());

        assertThat(line.completed().result().iterationsRun()).isZero();
        assertThat(line.reports().measurements())
                .extracting(Measurement::name)
                .containsExactly(
                        "line-position", "line-train-loss", "line-train-error", "line-test-loss", "line-test-error");
        assertThat(line.reports().measurements()).allSatisfy(measurement -> {
            assertThat(measurement.iteration()).isEqualTo(END);
            assertThat(measurement.values()).hasSize(POINTS);
        });
        assertThat(values(line, "line-position")).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
    }

    @Test
    void its_ends_score_as_the_two_trials_did() {
        Ran line = bench.run(line());

        List<Double> losses = values(line, "line-test-loss");
        List<Double> errors = values(line, "line-test-error");
        assertThat(losses.getFirst()).isEqualTo(from.completed().result().testLoss());
        assertThat(losses.getLast()).isEqualTo(to.completed().result().testLoss());
        assertThat(errors.getFirst()).isCloseTo(1 - from.completed().result().testAccuracy(), within(1e-12));
        assertThat(errors.getLast()).isCloseTo(1 - to.completed().result().testAccuracy(), within(1e-12));
    }

    @Test
    void with_batch_norm_the_statistics_at_the_ends_are_estimated_anew() {
        TrialSpec resnet = dense(NetworkName.RESNET_20, 0.02, 0.9);
        Ran begun = bench.run(claim(resnet, 1), 0, Orders.Kind.STOP);
        ObjectRef begin = begun.reports().checkpoint(0).weights();
        double scored =
                begun.reports().telemetry.getFirst().evaluations().getFirst().loss();

        Ran line = bench.run(line(resnet, resnet, begin, begin));

        assertThat(values(line, "line-test-loss"))
                .doesNotContainNull()
                .containsOnly(values(line, "line-test-loss").getFirst())
                .doesNotContain(scored);
    }

    @Test
    void a_line_that_is_stopped_is_released_and_tells_nothing() {
        Ran stopped = bench.runOrdered(line(), Orders.Kind.STOP);

        assertThat(stopped.outcome()).containsInstanceOf(AttemptEnded.Released.class);
        assertThat(stopped.reports().measurements()).isEmpty();
    }

    private Claim line() {
        return line(
                one,
                other,
                from.reports().checkpoint(END).weights(),
                to.reports().checkpoint(END).weights());
    }

    private static Claim line(TrialSpec one, TrialSpec other, ObjectRef from, ObjectRef to) {
        TrialSpec spec = like(one, new Start.Between(one.id(), other.id(), POINTS, 64), null, null);
        var observations = new Observations(List.of(), 4_000, 100, 1_000);
        return new Claim(spec.id(), 1, 30, spec, observations, from, null, to, null, null, null, null);
    }

    private static List<Double> values(Ran ran, String name) {
        return ran.reports().measurements().stream()
                .filter(measurement -> measurement.name().equals(name))
                .map(Measurement::values)
                .findFirst()
                .orElseThrow();
    }
}
