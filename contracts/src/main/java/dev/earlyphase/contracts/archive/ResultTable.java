package dev.earlyphase.contracts.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of statistics, in the schema {@code results}; each row is of one trial and one attempt. */
public enum ResultTable {
    TELEMETRY("iteration"),
    EVALUATION("iteration"),
    MEASUREMENT("iteration", "name", "tensor"),
    CHECKPOINT("iteration"),
    TENSOR_STATISTICS("iteration", "tensor"),
    END_COMPARISON("iteration", "tensor"),
    MASK_STATISTICS("tensor"),
    MASK_BITS,
    MASK_CONVERGENCE("iteration", "density");

    private final List<String> order;

    ResultTable(String... order) {
        this.order = List.of(order);
    }

    /** The name in Postgres. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns of the primary key after {@code trial}. */
    public List<String> order() {
        return order;
    }

    public static Optional<ResultTable> of(String id) {
        return Arrays.stream(values()).filter(table -> table.id().equals(id)).findFirst();
    }
}
