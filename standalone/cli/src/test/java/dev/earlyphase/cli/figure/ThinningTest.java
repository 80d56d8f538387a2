package dev.earlyphase.cli.figure;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.figure.Axis;

import static org.assertj.core.api.Assertions.assertThat;

class ThinningTest {
    @Test
    void what_can_be_read_stays_whole() {
        assertThat(Thinning.of(rows(0, 24), Axis.log("Iteration"))).hasSize(25);
    }

    @Test
    void a_logarithmic_axis_keeps_its_beginning_and_lets_its_end_go() {
        List<Row> kept = Thinning.of(rows(0, 10_000), Axis.log("Iteration"));

        assertThat(kept).hasSizeLessThanOrEqualTo(Thinning.MOST);
        assertThat(kept).extracting(Row::x).startsWith(0.0, 1.0, 2.0).endsWith(10_000.0);
        assertThat(kept.stream().filter(row -> row.x() <= 100)).hasSizeGreaterThan(8);
    }

    @Test
    void a_linear_axis_is_thinned_evenly() {
        List<Row> kept = Thinning.of(rows(0, 48), Axis.linear("Position"));

        assertThat(kept)
                .extracting(Row::x)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 24).mapToObj(i -> 2.0 * i).toList());
    }

    @Test
    void positions_that_a_logarithm_does_not_have_are_thinned_evenly() {
        assertThat(Thinning.of(rows(-30, 0), Axis.log("Iteration"))).hasSize(Thinning.MOST);
    }

    private static List<Row> rows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(x -> new Row(x, Integer.toString(x), Map.of()))
                .toList();
    }
}
