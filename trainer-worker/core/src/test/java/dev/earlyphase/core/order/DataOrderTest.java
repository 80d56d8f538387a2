package dev.earlyphase.core.order;

import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DataOrderTest {
    @Property(tries = 200)
    void an_epoch_visits_every_example_once(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 300) int examples,
            @ForAll @IntRange(min = 1, max = 300) int batch,
            @ForAll @IntRange(max = 5) int epoch) {
        DataOrder order = new DataOrder(seed, examples, Math.min(batch, examples));
        int perEpoch = order.iterationsPerEpoch();

        IntStream visited = IntStream.range(epoch * perEpoch, (epoch + 1) * perEpoch)
                .flatMap(iteration -> IntStream.of(order.batch(iteration)));

        assertThat(visited.sorted().toArray())
                .isEqualTo(IntStream.range(0, examples).toArray());
    }

    @Property(tries = 200)
    void a_batch_is_the_same_wherever_a_run_resumes(
            @ForAll long seed,
            @ForAll @IntRange(max = 1_000) int iteration,
            @ForAll @IntRange(max = 1_000) int before) {
        DataOrder used = new DataOrder(seed, 100, 8);
        used.batch(before);

        int[] batch = used.batch(iteration);

        assertThat(batch).isEqualTo(new DataOrder(seed, 100, 8).batch(iteration));
    }

    @Test
    void the_last_batch_of_an_epoch_is_partial() {
        DataOrder order = new DataOrder(1, 50_000, 128);

        assertThat(order.iterationsPerEpoch()).isEqualTo(391);
        assertThat(order.batch(389)).hasSize(128);
        assertThat(order.batch(390)).hasSize(80);
    }

    @Test
    void epochs_and_seeds_differ_in_their_order() {
        DataOrder order = new DataOrder(1, 1_000, 1_000);

        assertThat(order.batch(0)).isNotEqualTo(order.batch(1));
        assertThat(order.batch(0)).isNotEqualTo(new DataOrder(2, 1_000, 1_000).batch(0));
    }

    @Test
    void a_batch_larger_than_the_set_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataOrder(1, 10, 11))
                .withMessageContaining("11 out of 10");
    }
}
