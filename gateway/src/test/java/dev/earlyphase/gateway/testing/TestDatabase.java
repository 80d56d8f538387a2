package dev.earlyphase.gateway.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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

    public void study(String id) {
        execute(
                "insert into study.study (id, name, request, priority, max_parallel) values (?, 'tickets', '{}', 0, 1)",
                id);
    }

    /** A trial with its place in a study; the result, if it has one, with this accuracy. */
    public void trial(String study, int position, TrialView trial, int level, String rewind, double accuracy) {
        execute(
                "insert into study.trial (id, spec, observations, begin_iteration, end_iteration, state, result, provenance)"
                        + " values (?, ?::jsonb, '{}', ?, ?, ?, ?::jsonb || ?::jsonb, '{\"dataLabel\": \"MNIST\"}')",
                trial.id().value(),
                text(trial.spec()),
                trial.beginIteration(),
                trial.endIteration(),
                trial.state().id(),
                text(trial.result()),
                "{\"testAccuracy\": " + accuracy + "}");
        execute(
                "insert into study.study_trial (study, position, trial, seed, level, rewind) values (?, ?, ?, ?, ?, ?)",
                study,
                position,
                trial.id().value(),
                trial.spec().seed(),
                level,
                rewind);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
