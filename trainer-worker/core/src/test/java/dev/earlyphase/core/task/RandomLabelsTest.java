package dev.earlyphase.core.task;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.data.ImageSet;
import dev.earlyphase.core.data.Normalisation;
import dev.earlyphase.core.network.ImageShape;

import static org.assertj.core.api.Assertions.assertThat;

class RandomLabelsTest {
    private static final int IMAGES = 50_000;
    private static final ImageSet TRAINING = images(IMAGES);
    private static final ImageSet TEST = images(100);
    private static final DataSet DATA =
            new DataSet("labels", TRAINING, TEST, new Normalisation(List.of(0f), List.of(1f)));

    @Test
    void about_a_tenth_of_random_labels_is_right() {
        Showing shown = lesson(1.0, Task.Labels.PER_IMAGE, 1).training();

        // Binomial: five standard deviations of 67 images.
        assertThat(right(shown, 0)).isBetween(5_000L - 336, 5_000L + 336);
    }

    @Test
    void all_classes_are_drawn_alike() {
        Showing shown = lesson(1.0, Task.Labels.PER_IMAGE, 1).training();

        long[] counts = new long[10];
        IntStream.range(0, IMAGES).forEach(image -> counts[shown.label(0, image)]++);
        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(5_000L - 336, 5_000L + 336));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5})
    void only_the_fraction_asked_for_is_replaced(double fraction) {
        Showing shown = lesson(fraction, Task.Labels.PER_IMAGE, 1).training();

        // Nine in ten of those replaced are wrong, to five standard deviations.
        double wrong = 0.9 * fraction * IMAGES;
        long spread = Math.round(5 * Math.sqrt(0.1 * wrong));
        assertThat(IMAGES - right(shown, 0)).isBetween(Math.round(wrong) - spread, Math.round(wrong) + spread);
    }

    @Test
    void labels_of_each_image_stay_the_same_in_every_epoch() {
        Showing shown = lesson(1.0, Task.Labels.PER_IMAGE, 1).training();

        assertThat(labels(shown, 7)).isEqualTo(labels(shown, 0));
    }

    @Test
    void labels_of_each_epoch_differ_from_the_last_ones_and_come_again_for_the_same_epoch() {
        Showing shown = lesson(1.0, Task.Labels.PER_EPOCH, 1).training();
        int[] first = labels(shown, 0);

        int[] second = labels(shown, 1);

        assertThat(second).isNotEqualTo(first);
        assertThat(labels(shown, 0)).isEqualTo(first);
    }

    @Test
    void another_seed_draws_other_labels() {
        assertThat(labels(lesson(1.0, Task.Labels.PER_IMAGE, 1).training(), 0))
                .isNotEqualTo(labels(lesson(1.0, Task.Labels.PER_IMAGE, 2).training(), 0));
    }

    @Test
    void the_test_set_keeps_its_labels_and_every_image_stays_as_it_is() {
        Lesson lesson = lesson(1.0, Task.Labels.PER_EPOCH, 1);

        assertThat(lesson.data()).isEqualTo(DATA);
        assertThat(lesson.classes()).isEqualTo(10);
        assertThat(IntStream.range(0, TEST.size()))
                .allMatch(image -> lesson.test().label(0, image) == TEST.labels()[image]);
    }

    private static Lesson lesson(double fraction, Task.Labels labels, long seed) {
        return new RandomLabels().lesson(new Task("random-labels", fraction, labels), seed, DATA);
    }

    private static long right(Showing shown, int epoch) {
        return IntStream.range(0, IMAGES)
                .filter(image -> shown.label(epoch, image) == TRAINING.labels()[image])
                .count();
    }

    private static int[] labels(Showing shown, int epoch) {
        return IntStream.range(0, 1_000).map(image -> shown.label(epoch, image)).toArray();
    }

    private static ImageSet images(int count) {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
        }
        return new ImageSet(new ImageShape(1, 1, 1), 10, new byte[count], labels);
    }
}
