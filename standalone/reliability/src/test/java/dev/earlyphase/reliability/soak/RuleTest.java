package dev.earlyphase.reliability.soak;

import org.junit.jupiter.api.Test;

import dev.earlyphase.reliability.soak.Rule.Finding;

import static org.assertj.core.api.Assertions.assertThat;

class RuleTest {
    private final Rule rule = new Rule(0.02, 5, 300, "a limit");

    @Test
    void growth_within_the_share_and_the_amount_is_flat() {
        assertThat(rule.judge(100, 107)).isEqualTo(Finding.FLAT);
    }

    @Test
    void shrinking_is_flat() {
        assertThat(rule.judge(100, 10)).isEqualTo(Finding.FLAT);
    }

    @Test
    void more_growth_below_the_limit_is_bounded() {
        assertThat(rule.judge(100, 107.1)).isEqualTo(Finding.BOUNDED);
        assertThat(rule.judge(100, 300)).isEqualTo(Finding.BOUNDED);
    }

    @Test
    void growth_beyond_the_limit_is_growth() {
        assertThat(rule.judge(100, 300.1)).isEqualTo(Finding.GROWS);
    }

    @Test
    void without_a_limit_all_growth_is_growth() {
        assertThat(Rule.flat(0.02, 0).judge(100, 102.1)).isEqualTo(Finding.GROWS);
    }
}
