package dev.earlyphase.gateway.series;

import java.util.Arrays;
import java.util.List;

/** What has one value an iteration and trial, and where it is kept. */
public enum Quantity {
    TRAINING_LOSS(Table.TELEMETRY, "loss"),
    WEIGHT_MEAN_MAGNITUDE(Table.TELEMETRY, "weight_mean_magnitude"),
    SIGNS_CHANGED(Table.TELEMETRY, "signs_changed"),
    GRADIENT_MEAN_MAGNITUDE(Table.TELEMETRY, "gradient_mean_magnitude"),
    GRADIENT_L2(Table.TELEMETRY, "gradient_l2"),
    DISTANCE_TO_START(Table.TELEMETRY, "distance"),
    COSINE_TO_START(Table.TELEMETRY, "cosine"),
    TEST_ACCURACY(Table.EVALUATION, "accuracy"),
    TEST_LOSS(Table.EVALUATION, "loss"),
    DISTANCE_TO_END(Table.END_COMPARISON, "distance"),
    COSINE_TO_END(Table.END_COMPARISON, "cosine");

    private final Table table;
    private final String column;

    Quantity(Table table, String column) {
        this.table = table;
        this.column = column;
    }

    Table table() {
        return table;
    }

    String column() {
        return column;
    }

    /** A table with one row an iteration and trial. */
    public enum Table {
        TELEMETRY("results.telemetry", ""),
        EVALUATION("results.evaluation", ""),
        END_COMPARISON("results.end_comparison", " and tensor = '*'");

        private final String table;
        private final String condition;

        Table(String table, String condition) {
            this.table = table;
            this.condition = condition;
        }

        String table() {
            return table;
        }

        /** What picks the rows over all weights; empty, or begins with {@code and}. */
        String condition() {
            return condition;
        }

        public List<Quantity> quantities() {
            return Arrays.stream(Quantity.values())
                    .filter(quantity -> quantity.table == this)
                    .toList();
        }
    }
}
