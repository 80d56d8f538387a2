package dev.earlyphase.gateway.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.gateway.database.Database;
import dev.earlyphase.gateway.database.Row;
import dev.earlyphase.gateway.telemetry.Curves.Curve;

/** Draws telemetry together where it lies: of 62,560 iterations only the pieces leave Postgres. */
@ApplicationScoped
public class CurveStore {
    private static final String WHERE = " from results.telemetry where trial = ? and iteration between ? and ?";
    private static final String EXTENT =
            "select min(iteration) as first, max(iteration) as last, count(*) as iterations" + WHERE;
    /** Piece by piece along the key, which needs no sorting. */
    private static final String PIECES = """
            select drawn.* from unnest(?::int[], ?::int[]) as piece(first, last) cross join lateral (
                select min(iteration) as first, max(iteration) as last, %s from results.telemetry
                where trial = ? and iteration between piece.first and piece.last) drawn
            where drawn.first is not null order by drawn.first""";

    private final Database database;

    CurveStore(Database database) {
        this.database = database;
    }

    /**
     * Of what is recorded over all weights.
     *
     * @param most pieces, 1 or more
     */
    Curves pooled(TrialId trial, IterationRange range, Buckets scale, int most) {
        var values = Recorded.pooled().stream()
                .map(recorded -> new Value(recorded.id(), recorded.column()))
                .toList();
        return drawn(trial, values, extent(trial, range), scale, most);
    }

    /** Of one thing that is recorded, part by part; otherwise like {@link #pooled}. */
    Curves byPart(TrialId trial, Recorded recorded, IterationRange range, Buckets scale, int most) {
        var extent = extent(trial, range);
        var names = extent.iterations() == 0 ? List.<String>of() : names(trial, recorded, extent.first());
        var values = IntStream.range(0, names.size())
                .mapToObj(i -> new Value(names.get(i), recorded.parts() + "[" + (i + 1) + "]"))
                .toList();
        return drawn(trial, values, extent, scale, most);
    }

    private Curves drawn(TrialId trial, List<Value> values, Extent extent, Buckets scale, int most) {
        var curves = values.stream().map(value -> new Growing(value.name())).toList();
        var first = new ArrayList<Integer>();
        var last = new ArrayList<Integer>();
        if (extent.iterations() > 0 && !values.isEmpty()) {
            String columns = IntStream.range(0, values.size())
                    .mapToObj(i -> "min(%1$s) as low_%2$d, avg(%1$s) as mean_%2$d, max(%1$s) as high_%2$d"
                            .formatted(values.get(i).expression(), i))
                    .collect(Collectors.joining(", "));
            Integer[] cuts = scale.of(extent.first(), extent.last(), most);
            database.each(
                    PIECES.formatted(columns),
                    row -> {
                        first.add(row.integer("first"));
                        last.add(row.integer("last"));
                        IntStream.range(0, curves.size())
                                .forEach(i -> curves.get(i).add(row, i));
                    },
                    cuts,
                    ends(cuts, extent.last()),
                    trial.value());
        }
        return new Curves(
                trial,
                extent.iterations(),
                first,
                last,
                curves.stream().map(Growing::curve).toList());
    }

    /** The last iterations of the pieces that begin at these. */
    private static Integer[] ends(Integer[] cuts, int last) {
        return IntStream.range(0, cuts.length)
                .mapToObj(i -> i + 1 < cuts.length ? cuts[i + 1] - 1 : last)
                .toArray(Integer[]::new);
    }

    /** Something with one value an iteration, and where that is in a row of the table. */
    private record Value(String name, String expression) {}

    private record Extent(Integer first, Integer last, long iterations) {}

    private Extent extent(TrialId trial, IterationRange range) {
        return database.list(
                        EXTENT,
                        row -> new Extent(row.integer("first"), row.integer("last"), row.whole("iterations")),
                        trial.value(),
                        range.from(),
                        range.to())
                .getFirst();
    }

    private List<String> names(TrialId trial, Recorded recorded, int iteration) {
        return database.list(
                        "select " + recorded.partNames() + " as names" + WHERE,
                        row -> row.texts("names"),
                        trial.value(),
                        iteration,
                        iteration)
                .getFirst();
    }

    /** A curve while its rows are read; rounded, because no eye sees the eighth digit. */
    private record Growing(String name, List<Float> low, List<Float> mean, List<Float> high) {
        Growing(String name) {
            this(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(Row row, int number) {
            low.add(rounded(row.number("low_" + number)));
            mean.add(rounded(row.number("mean_" + number)));
            high.add(rounded(row.number("high_" + number)));
        }

        Curve curve() {
            return new Curve(name, low, mean, high);
        }

        private static Float rounded(Double value) {
            return value == null || Math.abs(value) > Float.MAX_VALUE ? null : value.floatValue();
        }
    }
}
