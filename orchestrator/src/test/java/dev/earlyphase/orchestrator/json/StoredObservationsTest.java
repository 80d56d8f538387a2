package dev.earlyphase.orchestrator.json;

import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.trial.Observations;

import static org.assertj.core.api.Assertions.assertThat;

class StoredObservationsTest {
    @Test
    void observations_that_were_stored_before_there_were_probes_are_read() {
        var mapper = new ObjectMapper().findAndRegisterModules();
        new StrictJson().customize(mapper);
        String stored = """
                {"checkpoints": [5], "telemetryUntil": 10, "telemetryEvery": 2, "evaluateEvery": 3}""";

        Observations read = new Json(mapper).read(stored, Observations.class);

        assertThat(read).isEqualTo(new Observations(List.of(5), 10, 2, 3));
    }
}
