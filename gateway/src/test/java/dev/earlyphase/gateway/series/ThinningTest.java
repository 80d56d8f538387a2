package dev.earlyphase.gateway.series;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThinningTest {
    @ParameterizedTest
    @CsvSource({"4001, 400", "62561, 400", "1000, 100", "401, 400", "3, 2"})
    void no_more_are_left_than_wanted_and_the_ends_stay(int count, int most) {
        var all = IntStream.range(0, count).boxed().toList();

        var left = Thinning.of(all, most);

        assertThat(left)
                .hasSizeBetween(most / 2, most)
                .isSubsetOf(all)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(left).startsWith(0).endsWith(count - 1);
    }

    @Test
    void the_first_are_kept_one_by_one() {
        var left = Thinning.of(IntStream.range(0, 4_001).boxed().toList(), 400);

        assertThat(left).startsWith(IntStream.rangeClosed(0, 50).boxed().toArray(Integer[]::new));
    }

    @Test
    void few_are_left_as_they_are() {
        assertThat(Thinning.of(List.of(0, 7, 100), 3)).containsExactly(0, 7, 100);
        assertThat(Thinning.of(List.of(), 3)).isEmpty();
    }
}
