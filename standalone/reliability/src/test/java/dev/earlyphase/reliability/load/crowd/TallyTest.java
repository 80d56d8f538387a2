package dev.earlyphase.reliability.load.crowd;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TallyTest {
    private static final Scenario PAGE = new Scenario("page", 100, random -> "/");

    private static Tally of(Answer... answers) {
        return Tally.of(PAGE, 1, Duration.ofSeconds(2), List.of(answers));
    }

    private static Answer well(double millis) {
        return new Answer(200, millis, false, null);
    }

    @Test
    void quantiles_are_of_what_was_answered_well() {
        var answers = new ArrayList<Answer>();
        for (int i = 1; i <= 100; i++) {
            answers.add(well(i));
        }
        answers.add(new Answer(503, 10_000, true, null));

        Tally tally = of(answers.toArray(Answer[]::new));

        assertThat(tally.millis()).isEqualTo(new Tally.Times(50, 95, 99, 100));
        assertThat(tally.withinLimit()).isTrue();
    }

    @Test
    void refusals_are_told_from_what_broke() {
        Tally tally = of(
                well(1),
                new Answer(429, 1, true, null),
                new Answer(503, 1, false, null),
                new Answer(500, 1, false, null),
                new Answer(0, 1, false, "connection reset"));

        assertThat(tally.refused()).isEqualTo(2);
        assertThat(tally.badRefusals()).isEqualTo(1);
        assertThat(tally.broken()).isEqualTo(2);
        assertThat(tally.faults()).containsExactly("connection reset");
        assertThat(tally.rate()).isEqualTo(2.5);
    }

    @Test
    void nothing_answered_is_not_within_a_limit() {
        assertThat(of(new Answer(500, 1, false, null)).withinLimit()).isFalse();
    }
}
