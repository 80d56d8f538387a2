package dev.earlyphase.orchestrator.study;

import java.sql.SQLException;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.Plan;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class StudyTrialsTest {
    @Inject
    DataSource database;

    @Test
    void how_trials_stand_is_read_from_an_index_alone() throws SQLException {
        String query = StudyTrials.GROUPS.replace(":studies", "array['0123456789abcdef0123']");

        assertThat(Plan.of(database, "trial", query)).contains("Index Only Scan using trial_standing on trial");
    }
}
