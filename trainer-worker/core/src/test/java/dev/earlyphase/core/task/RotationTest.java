package dev.earlyphase.core.task;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.earlyphase.contracts.trial.Task;

import static dev.earlyphase.core.training.SmallTrials.DATA;
import static org.assertj.core.api.Assertions.assertThat;

class RotationTest {
    private static final int MANY = 10_000;

    @ParameterizedTest
    @EnumSource
    void the_label_is_the_turn_and_all_four_are_as_likely(Task.Labels labels) {
        Showing shown = lesson(labels).training();

        int[] counts = new int[4];
        for (int image = 0; image < MANY; image++) {
            assertThat(shown.label(3, image)).isEqualTo(shown.quarterTurns(3, image));
            counts[shown.label(3, image)]++;
        }
        // Binomial: five standard deviations of 43 images.
        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(2_500 - 217, 2_500 + 217));
    }

    @Test
    void the_angle_of_each_image_stays_the_same_in_every_epoch() {
        Showing shown = lesson(Task.Labels.PER_IMAGE).training();

        assertThat(turns(shown, 7)).isEqualTo(turns(shown, 0));
    }

    @Test
    void angles_of_each_epoch_differ_from_the_last_ones() {
        Showing shown = lesson(Task.Labels.PER_EPOCH).training();

        assertThat(turns(shown, 1)).isNotEqualTo(turns(shown, 0));
    }

    @Test
    void test_images_are_turned_once_and_for_all_and_labelled_with_their_turn() {
        Showing shown = lesson(Task.Labels.PER_EPOCH).test();

        assertThat(turns(shown, 1)).isEqualTo(turns(shown, 0)).contains(0, 1, 2, 3);
        assertThat(shown.label(0, 5)).isEqualTo(shown.quarterTurns(0, 5));
        assertThat(turns(shown, 0))
                .isNotEqualTo(turns(lesson(Task.Labels.PER_IMAGE).training(), 0));
    }

    @Test
    void there_are_four_classes_whatever_the_data_set_has() {
        assertThat(lesson(Task.Labels.PER_IMAGE).classes()).isEqualTo(4);
        assertThat(new Rotation().classes(10)).isEqualTo(4);
    }

    private static Lesson lesson(Task.Labels labels) {
        return new Rotation().lesson(new Task("rotation", null, labels), 1, DATA);
    }

    private static int[] turns(Showing shown, int epoch) {
        return IntStream.range(0, 100)
                .map(image -> shown.quarterTurns(epoch, image))
                .toArray();
    }
}
