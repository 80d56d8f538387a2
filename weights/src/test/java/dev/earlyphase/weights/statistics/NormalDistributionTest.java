package dev.earlyphase.weights.statistics;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NormalDistributionTest {

    /** SciPy 1.17 and the C library agree on twelve digits of these. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "0.5, 0.6914624612740131",
        "-0.5, 0.30853753872598694",
        "1, 0.8413447460685429",
        "-1, 0.15865525393145707",
        "1.959963984540054, 0.975",
        "-3, 0.0013498980316300957",
        "-5.5, 1.898956246588772e-08",
        "-6, 9.865876450376981e-10",
        "-10, 7.61985302416047e-24"
    })
    void probabilities_are_those_of_scipy_to_twelve_digits(double x, double probability) {
        assertThat(NormalDistribution.cumulative(x)).isCloseTo(probability, within(1e-12 * probability));
    }

    @Property
    void what_lies_below_and_what_lies_above_make_one(@ForAll @DoubleRange(min = -40, max = 40) double x) {
        assertThat(NormalDistribution.cumulative(x) + NormalDistribution.cumulative(-x))
                .isCloseTo(1, within(1e-15));
    }

    @Property
    void probabilities_ascend(
            @ForAll @DoubleRange(min = -40, max = 40) double x, @ForAll @DoubleRange(min = 0.01, max = 1) double step) {
        assertThat(NormalDistribution.cumulative(x)).isLessThanOrEqualTo(NormalDistribution.cumulative(x + step));
    }
}
