package dev.earlyphase.reliability.load.fill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.home.Home;

/**
 * Telemetry in bulk: the paper's 4,000 iterations of as many trials as it takes, the dense runs first, as figures read
 * those. The rows of a trial are copied from one of a few patterns, which is many times faster than making each.
 */
final class TelemetryFilling {
    private static final int ITERATIONS = 4_000;
    private static final int PATTERNS = 8;
    private static final int TRIALS_A_COMMIT = 10;
    private static final int COPIERS = 2;
    private static final String COLUMNS = "loss, learning_rate, weight_mean_magnitude, gradient_mean_magnitude,"
            + " gradient_l2, signs_changed, distance, cosine, layers, layer_weight_mean_magnitude,"
            + " layer_gradient_mean_magnitude, layer_gradient_l2, layer_signs_changed, layer_distance, layer_cosine,"
            + " traced, traced_values";
    private static final String PATTERN = """
            create temporary table pattern as
            select p as number, i as iteration, 2.3 / (1 + i / (250.0 + 10 * p)) + 0.05 * sin(i * 7.0 + p) as loss,
                0.0012::double precision as learning_rate, 0.03 + i / 1e6 as weight_mean_magnitude,
                0.001 / (1 + i / 900.0) as gradient_mean_magnitude, 1 + 0.1 * sin(i + p) as gradient_l2,
                0.0001 * sqrt(i) as signs_changed, 0.05 * sqrt(i) as distance, 1 - i / 9000.0 as cosine,
                array['fc_layers.0.weight', 'fc_layers.1.weight', 'fc.weight'] as layers,
                array[0.03 + i / 1e6, 0.05 + i / 1e6, 0.1 + i / 1e6] as layer_weight_mean_magnitude,
                array[0.001, 0.002, 0.004]::double precision[] as layer_gradient_mean_magnitude,
                array[0.7, 0.5, 0.5 + 0.1 * sin(i)] as layer_gradient_l2,
                array[0.0001, 0.0001, 0.0002]::double precision[] as layer_signs_changed,
                array[0.04 * sqrt(i), 0.02 * sqrt(i), 0.01 * sqrt(i)] as layer_distance,
                array[1 - i / 9000.0, 1 - i / 9500.0, 1 - i / 8000.0]::double precision[] as layer_cosine,
                array(select 'fc_layers.0.weight[' || 23519 * w || ']' from generate_series(1, 10) w) as traced,
                array(select 0.01 * w + i / 1e5 from generate_series(1, 10) w) as traced_values
            from generate_series(0, %d) p, generate_series(0, %d) i order by p, i""".formatted(PATTERNS - 1, ITERATIONS - 1);

    private final Home home;
    private final Connection connection;
    private final Consumer<String> progress;

    TelemetryFilling(Home home, Connection connection, Consumer<String> progress) {
        this.home = home;
        this.connection = connection;
        this.progress = progress;
    }

    /** @param rows that there are to be */
    void fill(long rows) throws SQLException {
        // As Postgres keeps count: to look would be to read all of them.
        long present = Bulk.number(
                connection, "select n_live_tup from pg_stat_all_tables where relid = 'results.telemetry'::regclass");
        if (present >= rows) {
            return;
        }
        Bulk.execute(connection, "alter table results.telemetry set (autovacuum_enabled = off)");
        copyAll(chosen(Math.ceilDiv(rows, ITERATIONS)), rows);
        Bulk.execute(connection, "alter table results.telemetry reset (autovacuum_enabled)");
        progress.accept("vacuuming telemetry");
        Bulk.execute(connection, "vacuum analyze results.telemetry");
    }

    private void copyAll(List<String> trials, long rows) throws SQLException {
        Instant began = Instant.now();
        var done = new AtomicLong();
        int part = Math.ceilDiv(trials.size(), COPIERS);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var copiers = new ArrayList<Future<Void>>();
            for (int from = 0; from < trials.size(); from += part) {
                List<String> some = trials.subList(from, Math.min(from + part, trials.size()));
                copiers.add(executor.submit(() -> copy(some, copied -> {
                    long all = done.addAndGet(copied);
                    var elapsed = Duration.between(began, Instant.now());
                    progress.accept(new Pace("rows of telemetry", 0, all, rows, elapsed).toString());
                })));
            }
            for (Future<Void> copier : copiers) {
                copier.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        } catch (InterruptedException e) {
            throw new Interruption();
        }
    }

    /** @param copied is told of every commit how many rows it was */
    private Void copy(List<String> trials, IntConsumer copied) throws SQLException {
        try (Connection own = Bulk.connect(home)) {
            Bulk.execute(own, PATTERN);
            Bulk.execute(own, "create index on pattern (number, iteration); analyze pattern");
            own.setAutoCommit(false);
            try (var insert = own.prepareStatement("insert into results.telemetry (trial, iteration, attempt, "
                    + COLUMNS + ") select ?, iteration, 1, " + COLUMNS
                    + " from pattern where number = ? and not exists (select 1 from results.telemetry where trial = ?)"
                    + " order by iteration")) {
                int rows = 0;
                for (int i = 0; i < trials.size(); i++) {
                    insert.setString(1, trials.get(i));
                    insert.setInt(2, Math.floorMod(trials.get(i).hashCode(), PATTERNS));
                    insert.setString(3, trials.get(i));
                    insert.executeUpdate();
                    rows += ITERATIONS;
                    if ((i + 1) % TRIALS_A_COMMIT == 0 || i + 1 == trials.size()) {
                        own.commit();
                        copied.accept(rows);
                        rows = 0;
                    }
                }
            }
            return null;
        }
    }

    /** In the order of their ids, so that the key of the table grows at its end. */
    private List<String> chosen(long most) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select trial from (
                    select st.trial, min(st.level) as level from study.study_trial st
                    group by st.trial order by level, trial limit ?) chosen
                order by trial""")) {
            statement.setLong(1, most);
            try (var rows = statement.executeQuery()) {
                var trials = new ArrayList<String>();
                while (rows.next()) {
                    trials.add(rows.getString(1));
                }
                return trials;
            }
        }
    }
}
