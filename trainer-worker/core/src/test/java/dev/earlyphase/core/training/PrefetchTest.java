package dev.earlyphase.core.training;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.data.Normalisation;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.task.Lesson;

import static dev.earlyphase.core.training.SmallTrials.DATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PrefetchTest {
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void batches_come_in_order_and_with_the_same_bits_whatever_the_number_of_threads(
            @ForAll @IntRange(min = 1, max = 4) int threads,
            @ForAll @IntRange(max = 30) int begin,
            @ForAll @IntRange(max = 12) int count,
            @ForAll boolean augment) {
        TrainingBatches expected = batches(augment);

        try (Prefetch prefetch = new Prefetch(batches(augment), begin, begin + count, threads)) {
            for (int iteration = begin; iteration < begin + count; iteration++) {
                Batch batch = prefetch.next();
                Batch alone = expected.at(iteration, expected.buffer());
                assertThat(pixels(batch)).isEqualTo(pixels(alone));
                assertThat(batch.labels()).isEqualTo(alone.labels());
            }
        }
    }

    @Test
    void an_error_while_preparing_reaches_whoever_asks_for_the_batch() {
        Normalisation withoutChannels = new Normalisation(List.of(), List.of());
        TrainingBatches broken = new TrainingBatches(
                Lesson.of(new DataSet("broken", DATA.training(), DATA.test(), withoutChannels)),
                1,
                SmallTrials.BATCH,
                true);

        try (Prefetch prefetch = new Prefetch(broken, 0, 10, 2)) {
            assertThatIllegalStateException()
                    .isThrownBy(prefetch::next)
                    .withMessageStartingWith("a batch could not be prepared")
                    .withCauseInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void closing_leaves_no_thread_behind() throws InterruptedException {
        Prefetch prefetch = new Prefetch(batches(true), 0, 1_000, 4);
        prefetch.next();
        List<Thread> threads = preparing();

        prefetch.close();

        assertThat(threads).hasSizeGreaterThanOrEqualTo(4);
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofMinutes(1))).isTrue();
        }
    }

    @Test
    void the_usual_number_of_threads_leaves_most_cores_to_the_engine() {
        assertThat(Prefetch.usualThreads()).isBetween(1, 4);
    }

    private static List<Thread> preparing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("batches-"))
                .toList();
    }

    private static TrainingBatches batches(boolean augment) {
        return new TrainingBatches(Lesson.of(DATA), 1, SmallTrials.BATCH, augment);
    }

    private static List<Float> pixels(Batch batch) {
        int count = batch.size() * DATA.training().shape().elements();
        return IntStream.range(0, count).mapToObj(batch.images()::get).toList();
    }
}
