package dev.earlyphase.core.task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.training.SmallTrials;

import static dev.earlyphase.core.training.SmallTrials.DATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LessonTest {
    @Test
    void without_a_task_the_data_set_is_learnt_as_it_is() {
        Lesson lesson = Lesson.of(spec(null), DATA);

        assertThat(lesson.data().training().pixels()).isSameAs(DATA.training().pixels());
        assertThat(lesson.training().label(3, 4)).isEqualTo(DATA.training().labels()[4]);
        assertThat(lesson.training().quarterTurns(3, 4)).isZero();
        assertThat(lesson.classes()).isEqualTo(10);
    }

    @Test
    void only_the_training_images_that_the_trial_uses_are_learnt() {
        Lesson lesson = Lesson.of(spec(new Task("blur")), DATA);

        assertThat(lesson.data().training().size()).isEqualTo(SmallTrials.EXAMPLES);
    }

    @ParameterizedTest
    @CsvSource({"random-labels, 10", "rotation, 4", "blur, 10", "blur-rotation, 4"})
    void a_task_says_how_many_classes_the_network_must_tell_apart(String kind, int classes) {
        TrialSpec spec = spec(new Task(kind));

        assertThat(Lesson.classes(spec)).isEqualTo(classes);
        assertThat(Lesson.of(spec, DATA).classes()).isEqualTo(classes);
    }

    @Test
    void an_unknown_task_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> Lesson.of(spec(new Task("jigsaw")), DATA))
                .isInstanceOf(Invalid.class)
                .hasMessage("task.kind: got jigsaw; allowed: one of random-labels, rotation, blur, blur-rotation");
    }

    @Test
    void half_a_rotation_is_refused() {
        assertThatThrownBy(() -> Lesson.classes(spec(new Task("rotation", 0.5, null))))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("task.fraction: got 0.5; allowed: 1 for rotation");
    }

    @Test
    void a_blur_drawn_each_epoch_is_refused() {
        assertThatThrownBy(() -> Lesson.classes(spec(new Task("blur", null, Task.Labels.PER_EPOCH))))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("task.labels: got PER_EPOCH; allowed: per-image for blur");
    }

    private static TrialSpec spec(Task task) {
        TrialSpec plain = SmallTrials.spec(4);
        return new TrialSpec(
                plain.network(), plain.dataset(), plain.seed(), plain.training(), null, null, null, null, task, null);
    }
}
