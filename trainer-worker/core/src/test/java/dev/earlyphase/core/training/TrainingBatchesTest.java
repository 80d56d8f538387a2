package dev.earlyphase.core.training;

import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.task.Lesson;

import static dev.earlyphase.core.training.SmallTrials.DATA;
import static org.assertj.core.api.Assertions.assertThat;

class TrainingBatchesTest {
    @Property(tries = 100)
    void an_augmented_batch_is_the_same_whatever_came_before(
            @ForAll long seed, @ForAll @IntRange(max = 40) int iteration, @ForAll @IntRange(max = 40) int before) {
        TrainingBatches used = batches(seed, true);
        used.at(before, used.buffer());

        List<Float> images = pixels(used, iteration);

        assertThat(images).isEqualTo(pixels(batches(seed, true), iteration));
    }

    @Test
    void augmentation_changes_from_epoch_to_epoch() {
        TrainingBatches batches = new TrainingBatches(Lesson.of(DATA.first(1)), 1, 1, true);

        assertThat(pixels(batches, 0)).isNotEqualTo(pixels(batches, 1));
    }

    @Test
    void without_augmentation_an_image_is_only_normalised() {
        TrainingBatches batches = new TrainingBatches(Lesson.of(DATA.first(1)), 1, 1, false);

        assertThat(pixels(batches, 0)).isEqualTo(pixels(batches, 1)).contains((1 - 0.1f) / 0.3f, (0 - 0.1f) / 0.3f);
    }

    private static TrainingBatches batches(long seed, boolean augment) {
        return new TrainingBatches(Lesson.of(DATA), seed, SmallTrials.BATCH, augment);
    }

    private static List<Float> pixels(TrainingBatches batches, int iteration) {
        return copy(batches.at(iteration, batches.buffer()));
    }

    private static List<Float> copy(Batch batch) {
        int count = batch.size() * DATA.training().shape().elements();
        return IntStream.range(0, count).mapToObj(batch.images()::get).toList();
    }
}
