package dev.earlyphase.core.schedule;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.trial.UsualTraining;
import dev.earlyphase.core.engine.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScheduleTest {
    @Test
    void the_shared_recipe_drops_after_80_and_120_epochs() {
        var training = UsualTraining.of(NetworkName.RESNET_20).inIterations(DataSetName.CIFAR_10);

        Schedule schedule = Schedule.of(training, 0);

        assertThat(schedule.learningRate(0)).isEqualTo(0.1);
        assertThat(schedule.learningRate(31_279)).isEqualTo(0.1);
        assertThat(schedule.learningRate(31_280)).isCloseTo(0.01, within(1e-15));
        assertThat(schedule.learningRate(46_919)).isCloseTo(0.01, within(1e-15));
        assertThat(schedule.learningRate(46_920)).isCloseTo(0.001, within(1e-15));
    }

    @Test
    void warm_up_rises_linearly_from_zero() {
        Schedule schedule = new Schedule(0.4, 0.1, List.of(), 4, 0.9, 0, 0);

        assertThat(List.of(0, 1, 2, 3, 4, 5))
                .extracting(schedule::learningRate)
                .containsExactly(0.0, 0.1, 0.2, 0.30000000000000004, 0.4, 0.4);
    }

    @Test
    void a_schedule_that_restarts_counts_from_its_origin() {
        Schedule schedule = new Schedule(0.1, 0.5, List.of(10), 0, 0, 0, 500);

        assertThat(schedule.learningRate(509)).isEqualTo(0.1);
        assertThat(schedule.learningRate(510)).isEqualTo(0.05);
    }

    @Test
    void an_update_carries_momentum_and_weight_decay() {
        Schedule schedule = new Schedule(0.1, 0.1, List.of(), 0, 0.9, 1e-4, 0);

        assertThat(schedule.update(3)).isEqualTo(new Update(0.1, 0.9, 1e-4));
    }
}
