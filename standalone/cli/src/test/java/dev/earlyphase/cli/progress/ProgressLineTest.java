package dev.earlyphase.cli.progress;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.StudyView.Progress;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressLineTest {
    @Test
    void it_holds_trials_iterations_the_rate_and_the_time_left() {
        assertThat(ProgressLine.of(new Progress(5, 22, 10_318, 41_272, 0, null), 412.6))
                .isEqualTo(
                        "[#####...............] 5 of 22 trials  10,318 of 41,272 iterations  413 it/s  1 min 15 s left");
    }

    @Test
    void what_is_not_known_is_left_out() {
        assertThat(ProgressLine.of(new Progress(0, 1, 0, 100, 0, null), 0))
                .isEqualTo("[....................] 0 of 1 trial  0 of 100 iterations");
    }

    @Test
    void the_bar_of_an_empty_study_is_empty() {
        assertThat(ProgressLine.of(new Progress(0, 0, 0, 0, 0, null), 0)).startsWith("[....................]");
    }
}
