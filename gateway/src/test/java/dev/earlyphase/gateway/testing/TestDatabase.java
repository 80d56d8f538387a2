package dev.earlyphase.gateway.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.study.TrialView;

/** Writes rows as the orchestrator and the analyzer do; the gateway itself only reads. */
@ApplicationScoped
public class TestDatabase {
    private final String url;
    private final String user;
    private final String password;
    private final ObjectMapper json;

    TestDatabase(
            @ConfigProperty(name = "earlyphase.postgres.url") String url,
            @ConfigProperty(name = "earlyphase.postgres.user") String user,
            @ConfigProperty(name = "earlyphase.postgres.password") String password,
            ObjectMapper json) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.json = json;
    }

    public void execute(String sql, Object... parameters) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How Postgres would answer a query over many rows: the tables of tests are too small for it to use indices unasked. */
    public String plan(String sql, Object... parameters) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var settings = connection.createStatement();
                var statement = connection.prepareStatement("explain " + sql)) {
            settings.execute("set enable_seqscan = off");
            settings.execute("set enable_hashjoin = off");
            settings.execute("set enable_mergejoin = off");
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var lines = new ArrayList<String>();
            try (var plan = statement.executeQuery()) {
                while (plan.next()) {
                    lines.add(plan.getString(1));
                }
            }
            return String.join("\n", lines);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void study(String id) {
        execute(
                "insert into study.study (id, name, request, priority, max_parallel) values (?, 'tickets', '{}', 0, 1)",
                id);
    }

    /** A completed dense or rewound trial with its place in a study. */
    public void trial(String study, int position, TrialView trial, int level, String rewind, double accuracy) {
        trial(study, position, trial, new TrialRole(trial.spec().seed(), level, rewind), accuracy);
    }

    /** A trial with its place in a study; the result, if it has one, with this accuracy. */
    public void trial(String study, int position, TrialView trial, TrialRole role, double accuracy) {
        execute(
                "insert into study.trial (id, spec, observations, begin_iteration, end_iteration, state, result, provenance)"
                        + " values (?, ?::jsonb, '{}', ?, ?, ?, ?::jsonb || ?::jsonb,"
                        + " '{\"worker\": \"worker-1\", \"dataLabel\": \"MNIST\"}')",
                trial.id().value(),
                text(trial.spec()),
                trial.beginIteration(),
                trial.endIteration(),
                trial.state().id(),
                text(trial.result()),
                "{\"testAccuracy\": " + accuracy + "}");
        execute(
                "insert into study.study_trial (study, position, trial, seed, level, rewind, family, variant)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                study,
                position,
                trial.id().value(),
                role.seed(),
                role.level(),
                role.rewind(),
                role.family(),
                role.variant());
    }

    /** What was measured of a trial over all its weights. */
    public void measurement(TrialView trial, int iteration, String name, Double... values) {
        execute(
                "insert into results.measurement (trial, iteration, name, tensor, attempt, measured)"
                        + " values (?, ?, ?, '*', 1, ?)",
                trial.id().value(),
                iteration,
                name,
                values);
    }

    /** The same telemetry at each iteration from the first to the last, of one layer; its gradient is not finite. */
    public void telemetry(TrialView trial, int first, int last) {
        execute("""
                insert into results.telemetry (trial, iteration, attempt, loss, learning_rate, weight_mean_magnitude,
                    gradient_mean_magnitude, gradient_l2, signs_changed, distance, cosine, layers,
                    layer_weight_mean_magnitude, layer_gradient_mean_magnitude, layer_gradient_l2,
                    layer_signs_changed, layer_distance, layer_cosine)
                select ?, i, 1, 2.5, 0.1, 0.05, null, 1.5, 0.25, 3.5, 0.75, '{fc.weight}', '{0.5}', '{null}', '{1.5}',
                    '{0}', '{2}', '{1}'
                from generate_series(?, ?) i
                """, trial.id().value(), first, last);
    }

    /** Nothing is left. */
    public void clear() {
        execute("truncate study.study cascade");
        execute("truncate study.trial cascade");
        for (String table :
                List.of("telemetry", "evaluation", "measurement", "end_comparison", "mask_convergence", "mask_bits")) {
            execute("truncate results." + table);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
