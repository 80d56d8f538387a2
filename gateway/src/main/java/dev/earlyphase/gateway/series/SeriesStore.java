package dev.earlyphase.gateway.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.figure.Point.Sample;
import dev.earlyphase.gateway.database.Database;
import dev.earlyphase.gateway.database.Row;
import dev.earlyphase.gateway.sample.Samples;
import dev.earlyphase.gateway.series.Quantity.Table;

/** Curves over iterations, aggregated over trials. */
@ApplicationScoped
public class SeriesStore {
    /** More points than this cannot be told apart on a curve. */
    static final int MOST_POINTS = 400;

    private static final int FEWEST_POINTS = 60;
    /** Over all trials; with more trials than usual a curve has fewer points. */
    private static final int MOST_ROWS = 60_000;

    private final Database database;

    SeriesStore(Database database) {
        this.database = database;
    }

    /**
     * Quantities of one table over iterations chosen evenly on a logarithmic axis, {@value #MOST_POINTS} at most and
     * {@value #FEWEST_POINTS} where there are very many trials.
     *
     * @param wanted one or more of the table
     * @param seeds of the trials, by their ids
     * @param samples whether the value of each trial is wanted too; without, Postgres aggregates
     */
    public Map<Quantity, List<Point>> points(Collection<Quantity> wanted, Map<String, Long> seeds, boolean samples) {
        Table table = wanted.iterator().next().table();
        String[] trials = seeds.keySet().toArray(String[]::new);
        Integer[] iterations = iterations(table, trials);
        return samples ? sampled(wanted, seeds, iterations) : aggregated(wanted, trials, iterations);
    }

    /** Those of the trial that is furthest, thinned. */
    private Integer[] iterations(Table table, String[] trials) {
        List<Integer> all = database.list(
                """
                with furthest as (
                    select id, (select max(iteration) from %1$s where trial = id%2$s) as last
                    from unnest(?::text[]) id order by last desc nulls last limit 1)
                select iteration from %1$s where trial = (select id from furthest)%2$s order by iteration""".formatted(table.table(), table.condition()), row -> row.integer("iteration"), (Object) trials);
        int most = Math.clamp(MOST_ROWS / Math.max(1, trials.length), FEWEST_POINTS, MOST_POINTS);
        return Thinning.of(all, most).toArray(Integer[]::new);
    }

    private Map<Quantity, List<Point>> aggregated(Collection<Quantity> wanted, String[] trials, Integer[] iterations) {
        String columns = wanted.stream()
                .map(quantity -> "count(%1$s) as n_%1$s, avg(%1$s) as mean_%1$s, stddev_samp(%1$s) as std_%1$s"
                        .formatted(quantity.column()))
                .collect(Collectors.joining(", "));
        var points = empty(wanted);
        database.each(
                select("iteration, " + columns, wanted.iterator().next().table())
                        + " group by iteration order by iteration",
                row -> {
                    for (Quantity quantity : wanted) {
                        int count = row.whole("n_" + quantity.column()).intValue();
                        Double mean = row.number("mean_" + quantity.column());
                        Double std = row.number("std_" + quantity.column());
                        if (mean != null) {
                            points.get(quantity)
                                    .add(new Point(
                                            row.integer("iteration"), null, mean, std == null ? 0 : std, count, null));
                        }
                    }
                },
                trials,
                iterations);
        return points;
    }

    private Map<Quantity, List<Point>> sampled(
            Collection<Quantity> wanted, Map<String, Long> seeds, Integer[] iterations) {
        String columns = wanted.stream().map(Quantity::column).collect(Collectors.joining(", "));
        var samples = new EnumMap<Quantity, Map<Integer, List<Sample>>>(Quantity.class);
        wanted.forEach(quantity -> samples.put(quantity, new LinkedHashMap<>()));
        database.each(
                select("trial, iteration, " + columns, wanted.iterator().next().table()) + " order by iteration",
                row -> {
                    for (Quantity quantity : wanted) {
                        add(samples.get(quantity), row, row.number(quantity.column()), seeds);
                    }
                },
                seeds.keySet().toArray(String[]::new),
                iterations);
        var points = empty(wanted);
        samples.forEach((quantity, byIteration) ->
                byIteration.forEach((iteration, values) -> points.get(quantity).add(Samples.point(iteration, values))));
        return points;
    }

    private static void add(Map<Integer, List<Sample>> samples, Row row, Double value, Map<String, Long> seeds) {
        if (value != null) {
            String trial = row.text("trial");
            int iteration = row.integer("iteration");
            samples.computeIfAbsent(iteration, none -> new ArrayList<>())
                    .add(new Sample(seeds.get(trial), value, trial, iteration));
        }
    }

    private static String select(String columns, Table table) {
        return "select " + columns + " from " + table.table() + " where trial = any(?) and iteration = any(?)"
                + table.condition();
    }

    private static Map<Quantity, List<Point>> empty(Collection<Quantity> wanted) {
        var points = new EnumMap<Quantity, List<Point>>(Quantity.class);
        wanted.forEach(quantity -> points.put(quantity, new ArrayList<>()));
        return points;
    }
}
