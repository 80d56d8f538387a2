package dev.earlyphase.core.engine;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EvaluationTest {
    @Test
    void logits_that_are_certain_and_wrong_cost_their_distance_unclipped() {
        Evaluation evaluation = Evaluation.of(new float[] {500, 0, 0, 500}, new int[] {1, 1}, 2);

        assertThat(evaluation).isEqualTo(new Evaluation(2, 1, 500));
    }

    @Test
    void equal_logits_cost_the_logarithm_of_the_classes() {
        Evaluation evaluation = Evaluation.of(new float[] {3, 3, 3, 3}, new int[] {2}, 1);

        assertThat(evaluation.loss()).isCloseTo(Math.log(4), within(1e-12));
    }

    @Test
    void a_logit_that_is_not_a_number_shows_in_the_loss() {
        Evaluation evaluation = Evaluation.of(new float[] {Float.NaN, 1}, new int[] {1}, 1);

        assertThat(evaluation.loss()).isNaN();
    }
}
