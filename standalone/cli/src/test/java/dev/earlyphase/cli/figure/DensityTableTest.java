package dev.earlyphase.cli.figure;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.AccuracyByDensity;
import dev.earlyphase.contracts.study.AccuracyByDensity.Point;

import static org.assertj.core.api.Assertions.assertThat;

class DensityTableTest {
    @Test
    void levels_are_rows_and_rewinding_points_are_columns() {
        AccuracyByDensity figure = figure(
                true,
                new Point("0it", 0, 1.0, 0.9762, 0.001, 2),
                new Point("0it", 1, 0.8, 0.975, 0.0021, 2),
                new Point("200it", 0, 1.0, 0.9762, 0.001, 2),
                new Point("200it", 1, 0.8, 0.98, 0.0, 2));

        assertThat(DensityTable.of(figure).lines())
                .containsExactly(
                        "lenet-300-100 on MNIST: test accuracy in % by density, mean ± standard deviation over 2 seeds",
                        "level  weights left  rewound to 0it  rewound to 200it",
                        "0             100.0    97.62 ± 0.10      97.62 ± 0.10",
                        "1              80.0    97.50 ± 0.21      98.00 ± 0.00");
    }

    @Test
    void a_point_that_is_not_there_yet_is_a_dash() {
        AccuracyByDensity figure =
                figure(false, new Point("0it", 0, 1.0, 0.9762, 0, 1), new Point("200it", 1, 0.8, 0.98, 0, 1));

        assertThat(DensityTable.of(figure).lines().skip(2))
                .containsExactly(
                        "0             100.0           97.62                 -",
                        "1              80.0               -             98.00");
    }

    private static AccuracyByDensity figure(boolean complete, Point... points) {
        return new AccuracyByDensity(
                "id", AccuracyByDensity.FIGURE, "tickets", "lenet-300-100", "MNIST", complete, List.of(points));
    }
}
