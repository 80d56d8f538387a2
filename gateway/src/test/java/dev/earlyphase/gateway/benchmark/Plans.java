package dev.earlyphase.gateway.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/** How Postgres answers the queries of figures. */
final class Plans {
    private static final String DENSE_IDS = "(select array_agg(trial) from study.study_trial where study = 'dense')";
    private static final String ITERATIONS =
            "(select array_agg(distinct (1.15 ^ i)::int) from generate_series(0, 59) i)";

    private Plans() {}

    static void print(Connection connection) throws SQLException {
        print(connection, "outcomes (every figure)", """
                select trial_id, seed, level, rewind, family, variant, begin_iteration, end_iteration, state, data_label,
                    test_accuracy, test_loss, survivors, prunable from study.study_result where study_id = 'perturbed'
                order by position""");
        print(
                connection,
                "telemetry (figure-3)",
                """
                select iteration, count(loss), avg(loss), stddev_samp(loss), count(weight_mean_magnitude),
                    avg(weight_mean_magnitude), stddev_samp(weight_mean_magnitude), count(gradient_l2), avg(gradient_l2),
                    stddev_samp(gradient_l2) from results.telemetry
                where trial = any(""" + DENSE_IDS + "::text[]) and iteration = any(" + ITERATIONS
                        + "::int[]) group by iteration order by iteration");
        print(connection, "measurements (figure-7)", """
                select trial, iteration, measured from results.measurement where trial = any((select array_agg(trial)
                    from study.study_trial where study = 'perturbed' and level = 6 and family is not null))
                and name = 'effective-standard-deviation' and tensor = '*' order by iteration""");
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
