package dev.earlyphase.cli.stack;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

class RestartPolicyTest {
    private static final Duration QUICKLY = Duration.ofSeconds(1);
    private static final Duration AFTER_LONG = Duration.ofMinutes(5);

    private final RestartPolicy policy = new RestartPolicy(ofMillis(500), Duration.ofSeconds(30));

    @Test
    void the_pause_doubles_with_each_quick_death() {
        assertThat(policy.afterDeath(QUICKLY)).contains(ofMillis(500));
        assertThat(policy.afterDeath(QUICKLY)).contains(ofMillis(1_000));
        assertThat(policy.afterDeath(QUICKLY)).contains(ofMillis(2_000));
    }

    @Test
    void the_fifth_quick_death_in_a_row_is_the_last() {
        for (int death = 1; death < RestartPolicy.MOST_QUICK_DEATHS; death++) {
            policy.afterDeath(QUICKLY);
        }

        assertThat(policy.afterDeath(QUICKLY)).isEmpty();
    }

    @Test
    void a_long_life_makes_good_for_earlier_deaths() {
        policy.afterDeath(QUICKLY);
        policy.afterDeath(QUICKLY);

        assertThat(policy.afterDeath(AFTER_LONG)).contains(ofMillis(500));
        assertThat(policy.afterDeath(QUICKLY)).contains(ofMillis(500));
    }

    @Test
    void what_need_not_prove_itself_is_started_again_however_often_it_dies() {
        var lenient = new RestartPolicy(ofMillis(500), Duration.ZERO);

        for (int death = 1; death <= 2 * RestartPolicy.MOST_QUICK_DEATHS; death++) {
            assertThat(lenient.afterDeath(QUICKLY)).contains(ofMillis(500));
        }
    }

    @Test
    void an_experiment_may_allow_more_deaths_and_the_pause_stays_bounded() {
        var patient = new RestartPolicy(ofMillis(500), Duration.ofSeconds(30), Integer.MAX_VALUE);
        for (int death = 1; death < 100; death++) {
            patient.afterDeath(Duration.ZERO);
        }

        assertThat(patient.afterDeath(Duration.ZERO)).contains(Duration.ofSeconds(8));
    }

    @Test
    void what_is_never_ready_is_given_up_even_so() {
        var lenient = new RestartPolicy(ofMillis(500), Duration.ZERO);
        for (int death = 1; death < RestartPolicy.MOST_QUICK_DEATHS; death++) {
            lenient.afterDeath(Duration.ZERO);
        }

        assertThat(lenient.afterDeath(Duration.ZERO)).isEmpty();
    }
}
