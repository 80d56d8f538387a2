package dev.earlyphase.core.line;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.gradient.Factorial;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.network.BatchNorm;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NormStatisticsTest {
    private static final Network NORMED = new Network(
            "normed", Factorial.SHAPE, 2, List.of(new BatchNorm("bn", 4), new Flatten(), new Linear("fc", 4, 2)));

    @Test
    void statistics_are_the_mean_of_those_of_the_batches_whatever_stood_there_before() {
        // In batches of eight the fourth value is always −0.5, then always 0.5; the others show every choice of signs.
        Tensors absurd = Factorial.filled(NORMED, 50);

        Tensors state = estimated(absurd, IntStream.range(0, 16).toArray());

        assertThat(state.get("bn.running_mean").values()).containsExactly(new float[] {0, 0, 0, 0}, within(1e-4f));
        assertThat(state.get("bn.running_var").values())
                .containsExactly(new float[] {16 * 8 / 7f, 9 * 8 / 7f, 4 * 8 / 7f, 0}, within(2e-4f));
    }

    @Test
    void a_smaller_last_batch_has_no_say() {
        Tensors start = Factorial.filled(NORMED, 1);

        Tensors whole = estimated(start, IntStream.range(0, 8).toArray());

        assertThat(estimated(start, IntStream.range(0, 11).toArray())).isEqualTo(whole);
    }

    @Test
    void weights_stay_as_they_are() {
        Tensors start = Factorial.random(NORMED, 1, 3);

        Tensors state = estimated(start, IntStream.range(0, 16).toArray());

        assertThat(state.get("fc.weight")).isEqualTo(start.get("fc.weight"));
        assertThat(state.get("bn.weight")).isEqualTo(start.get("bn.weight"));
    }

    private static Tensors estimated(Tensors state, int[] examples) {
        Subject subject = Factorial.subject(NORMED, 8);
        try (Session session = subject.open(8)) {
            session.restore(state);
            new NormStatistics(NORMED).estimate(session, state, subject.batches(examples, 8));
            return session.state();
        }
    }
}
