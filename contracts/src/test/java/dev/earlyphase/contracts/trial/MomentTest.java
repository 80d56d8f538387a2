package dev.earlyphase.contracts.trial;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.error.DomainException.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MomentTest {
    @Test
    void epochs_and_iterations_add_up() {
        assertThat(Moment.parse("120ep50it").iteration(391)).isEqualTo(120 * 391 + 50);
    }

    @Test
    void the_paper_trains_62560_iterations_and_drops_the_rate_at_31280_and_46920() {
        assertThat(Moment.parse("160ep").iteration(391)).isEqualTo(62_560);
        assertThat(Moment.parse("80ep").iteration(391)).isEqualTo(31_280);
        assertThat(Moment.parse("120ep").iteration(391)).isEqualTo(46_920);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"5", "ep", "it", "-1it", "5it3ep", "1.5ep", "5 it", "5IT", "99999999999it", "٣it"})
    void what_is_no_moment_is_refused_with_what_is_allowed(String text) {
        assertThatThrownBy(() -> Moment.parse(text))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("got " + text)
                .hasMessageContaining("120ep50it");
    }

    @Test
    void a_moment_beyond_32_bits_is_refused() {
        assertThatThrownBy(() -> Moment.parse("999999ep").iteration(1_000_000)).isInstanceOf(Invalid.class);
    }

    @Property
    void what_is_written_is_read_back(
            @ForAll @IntRange(max = 999_999) int epochs, @ForAll @IntRange(max = 999_999_999) int iterations) {
        var moment = new Moment(epochs, iterations);

        assertThat(Moment.parse(moment.toString())).isEqualTo(moment);
    }
}
