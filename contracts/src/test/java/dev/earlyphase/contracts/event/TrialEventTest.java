package dev.earlyphase.contracts.event;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.earlyphase.contracts.Json;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.Specs;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrialEventTest {
    private static final TrialId TRIAL = Specs.PRUNED.id();
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final ObjectRef OBJECT = new ObjectRef(ObjectKeys.checkpoint(TRIAL, 2, 200), "ab", 12);

    @ParameterizedTest
    @MethodSource("events")
    void json_carries_an_event_whole(TrialEvent event) throws JsonProcessingException {
        String json = Json.MAPPER.writerFor(TrialEvent.class).writeValueAsString(event);

        assertThat(Json.MAPPER.readValue(json, TrialEvent.class)).isEqualTo(event);
    }

    @Test
    void a_message_of_another_schema_is_refused() {
        assertThatThrownBy(() -> new MaskDerived(2, TRIAL, 1, 0, AT, OBJECT, 0.1, null))
                .isInstanceOf(Invalid.class)
                .hasMessage("schema: got 2; allowed: version 1");
    }

    @Test
    void attempts_never_share_a_key() {
        assertThat(ObjectKeys.checkpoint(TRIAL, 1, 200)).isNotEqualTo(ObjectKeys.checkpoint(TRIAL, 2, 200));
    }

    static Stream<TrialEvent> events() {
        var result = new TrialResult(1876, 0.97, 0.1, null, 12.5, 1676, "cd", 212_960, 266_200);
        var provenance =
                new Provenance("w", "dl4j 1", "cpu", 2, "ef", "MNIST", Map.of("helpers", "on"), "0.1.0 a1b2c3d");
        return Stream.of(
                new MaskDerived(1, TRIAL, 2, 0, AT, OBJECT, 0.01, null),
                new CheckpointsDropped(1, TRIAL, 2, 0, AT, List.of(0, 500)),
                new ObjectsOutdated(1, TRIAL, 2, 0, AT, List.of("trials/a/attempt-2/0it.safetensors")),
                new TrialForgotten(1, TRIAL, 2, 0, AT),
                new CheckpointWritten(
                        1,
                        TRIAL,
                        2,
                        1,
                        AT,
                        200,
                        CheckpointWritten.Purpose.OBSERVED,
                        OBJECT,
                        null,
                        OBJECT,
                        null,
                        OBJECT),
                ended(new AttemptEnded.Completed(result), provenance),
                ended(new AttemptEnded.Diverged(7, "loss is NaN"), provenance),
                ended(new AttemptEnded.Failed("disk full", true), null),
                ended(new AttemptEnded.Released(9, "asked to stop"), null));
    }

    @Test
    void json_carries_telemetry_whole() throws JsonProcessingException {
        var scalars = new TelemetryBatch.Scalars(0.1, 0.2, null, 0.03, 4.0, 0.99);
        var batch = new TelemetryBatch(
                1,
                TRIAL,
                1,
                3,
                List.of("fc.weight"),
                List.of("fc.weight[17]", "fc.weight[4]"),
                List.of(new TelemetryBatch.Row(5, null, 0.1, scalars, List.of(scalars), Arrays.asList(0.25, null))),
                List.of(new TelemetryBatch.Evaluation(5, 0.5, 1.25, 10_000)),
                List.of(new TelemetryBatch.Measurement(5, "noise-scale", null, List.of(2.5))));

        String json = Json.MAPPER.writeValueAsString(batch);

        assertThat(Json.MAPPER.readValue(json, TelemetryBatch.class)).isEqualTo(batch);
    }

    private static TrialEvent ended(AttemptEnded.Outcome outcome, Provenance provenance) {
        return new AttemptEnded(1, TRIAL, 2, 9, AT, outcome, provenance);
    }
}
