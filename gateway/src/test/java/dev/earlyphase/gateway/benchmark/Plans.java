package dev.earlyphase.gateway.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/** How Postgres answers the queries of figures. */
final class Plans {
    private static final String OUTCOMES = """
            select trial_id, seed, level, rewind, family, variant, begin_iteration, end_iteration, state, data_label,
                test_accuracy, test_loss, survivors, prunable from study.study_result where study_id = 'perturbed'
            order by position""";
    private static final String TELEMETRY = """
            select iteration, count(loss), avg(loss), stddev_samp(loss), count(weight_mean_magnitude),
                avg(weight_mean_magnitude), stddev_samp(weight_mean_magnitude), count(gradient_l2), avg(gradient_l2),
                stddev_samp(gradient_l2)
            from results.telemetry
            where trial = any((select array_agg(trial collate "default") from study.study_trial
                    where study = 'perturbed' and level = 0)::text[])
                and iteration = any((select array_agg(distinct (1.0187 ^ i)::int) from generate_series(0, 372) i)::int[])
            group by iteration order by iteration""";
    private static final String MEASUREMENTS = """
            select trial, iteration, measured from results.measurement
            where trial = any((select array_agg(trial collate "default") from study.study_trial
                    where study = 'perturbed' and level = 6 and family is not null)::text[])
                and name = 'effective-standard-deviation' and tensor = '*' order by iteration""";

    private Plans() {}

    static void print(Connection connection) throws SQLException {
        print(connection, "outcomes (every figure)", OUTCOMES);
        print(connection, "telemetry (figure-3)", TELEMETRY);
        print(connection, "measurements (figure-7)", MEASUREMENTS);
    }

    private static void print(Connection connection, String name, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var plan = statement.executeQuery("explain (analyze, buffers, costs off) " + query)) {
            System.out.println("PLAN " + name);
            while (plan.next()) {
                System.out.println("PLAN   " + plan.getString(1));
            }
        }
    }
}
