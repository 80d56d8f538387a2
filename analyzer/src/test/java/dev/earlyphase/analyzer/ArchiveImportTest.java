package dev.earlyphase.analyzer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.analyzer.testing.EmbeddedServers;
import dev.earlyphase.analyzer.testing.Network;
import dev.earlyphase.analyzer.testing.Tables;
import dev.earlyphase.analyzer.testing.Trials;
import dev.earlyphase.analyzer.testing.Worker;
import dev.earlyphase.contracts.archive.ResultTable;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.event.MaskDerived;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.event.TelemetryBatch.Row;
import dev.earlyphase.contracts.event.TelemetryBatch.Scalars;
import dev.earlyphase.contracts.event.TrialForgotten;
import dev.earlyphase.contracts.event.TrialImported;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.safetensors.Safetensors;

import static dev.earlyphase.analyzer.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class ArchiveImportTest {
    private static final Tensors WEIGHTS = Network.weights(1);
    /** Numbers whose last digit is easily lost. */
    private static final Scalars SCALARS = new Scalars(1.0 / 3, 2.0 / 3, Math.PI, 0.1 + 0.2, null, 1e-300);

    @Inject
    Worker worker;

    @Inject
    Tables tables;

    private final TrialId trial = Trials.fresh();

    @Test
    void statistics_come_back_to_the_last_digit_under_the_attempt_that_was_reserved() throws Exception {
        seen();
        Map<String, Object> before = all();
        String statistics = statistics();
        worker.publish(new TrialForgotten(1, trial, 1, 0, Instant.EPOCH));
        await().until(() -> tables.rows("telemetry", trial).isEmpty());

        imported(3, 2, statistics);

        assertThat(faults()).containsExactly((String) null);
        assertThat(renumbered(all(), "attempt-3", 3)).isEqualTo(renumbered(before, "attempt-1", 1));
        assertThat(worker.objectsOf(trial)).doesNotContain(ObjectKeys.statistics(trial, 3));
    }

    @Test
    void statistics_that_come_twice_are_loaded_once() throws Exception {
        seen();
        String statistics = statistics();
        worker.publish(new TrialForgotten(1, trial, 1, 0, Instant.EPOCH));
        await().until(() -> tables.rows("telemetry", trial).isEmpty());
        imported(3, 2, statistics);
        Map<String, Object> once = all();

        worker.publish(new TrialImported(1, trial, 3, 0, Instant.EPOCH, 2));

        awaitEverythingBefore();
        assertThat(all()).isEqualTo(once);
        assertThat(faults()).containsExactly((String) null);
    }

    @Test
    void a_row_that_no_table_takes_leaves_a_fault_and_nothing_else() throws Exception {
        imported(1, 0, """
                evaluation {"trial": "%1$s", "iteration": 0, "attempt": 1, "accuracy": 0.5, "examples": 10}
                evaluation {"trial": "%1$s", "iteration": 1, "attempt": 1, "accuracy": "high", "examples": 10}
                """.formatted(trial));

        assertThat(faults()).singleElement().asString().contains("high");
        assertThat(tables.rows("evaluation", trial)).isEmpty();
    }

    @Test
    void a_column_that_is_not_known_is_named() throws Exception {
        imported(1, 0, "evaluation {\"trial\": \"%s\", \"attempt\": 1, \"colour\": 1}\n".formatted(trial));

        assertThat(faults()).singleElement().asString().contains("evaluation", "colour");
    }

    @Test
    void statistics_that_are_not_there_are_a_fault() {
        worker.publish(new TrialImported(1, trial, 1, 0, Instant.EPOCH, 0));

        await().until(() -> faults().size() == 1);
        assertThat(faults()).singleElement().asString().contains(ObjectKeys.statistics(trial, 1));
    }

    private void imported(int attempt, int before, String statistics) throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(statistics.getBytes(StandardCharsets.UTF_8));
        }
        worker.store(ObjectKeys.statistics(trial, attempt), packed.toByteArray());
        worker.publish(new TrialImported(1, trial, attempt, 0, Instant.EPOCH, before));
        await().until(() -> faults().size() == 1);
    }

    private List<String> faults() {
        return tables.query("select fault from results.imported where trial = ?", trial.value()).stream()
                .map(row -> (String) row.get("fault"))
                .toList();
    }

    /** A checkpoint, a mask and telemetry were seen. */
    private void seen() throws Exception {
        ObjectRef mask =
                worker.store(ObjectKeys.mask(trial, 1), Safetensors.bytes(Network.mask(WEIGHTS, 0.5), Map.of()));
        worker.publish(new MaskDerived(1, trial, 1, 0, Instant.EPOCH, mask, 0.499, null));
        ObjectRef weights = worker.store(ObjectKeys.checkpoint(trial, 1, 0), Network.checkpoint(WEIGHTS));
        worker.publish(new CheckpointWritten(
                1, trial, 1, 0, Instant.EPOCH, 0, Purpose.OBSERVED, weights, null, mask, null, null));
        worker.publish(new TelemetryBatch(
                1,
                trial,
                1,
                0,
                List.of("a"),
                List.of("a[1]"),
                List.of(new Row(0, 0.1, 0.1, SCALARS, List.of(SCALARS), Arrays.asList((Double) null))),
                List.of(new Evaluation(0, 1.0 / 7, null, 100)),
                List.of()));
        await().until(() -> List.of("telemetry", "checkpoint", "mask_bits", "tensor_statistics").stream()
                .noneMatch(table -> tables.rows(table, trial).isEmpty()));
    }

    /** As an export has them. */
    private String statistics() {
        return Arrays.stream(ResultTable.values())
                .flatMap(table -> tables
                        .query(
                                "select row_to_json(r)::text as row from results." + table.id() + " r where trial = ?",
                                trial.value())
                        .stream()
                        .map(row -> table.id() + " " + row.get("row") + "\n"))
                .collect(Collectors.joining());
    }

    private Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>();
        for (ResultTable table : ResultTable.values()) {
            all.put(table.id(), tables.rows(table.id(), trial));
        }
        return all;
    }

    private static String renumbered(Map<String, Object> all, String folder, int attempt) {
        return all.toString().replace(folder, "attempt-N").replace("attempt=" + attempt, "attempt=N");
    }

    /** Records are taken in order: when a later one is through, so are all before. */
    private void awaitEverythingBefore() throws Exception {
        var later = Trials.fresh();
        ObjectRef weights = worker.store(ObjectKeys.checkpoint(later, 1, 0), Network.checkpoint(WEIGHTS));
        worker.publish(new CheckpointWritten(
                1, later, 1, 0, Instant.EPOCH, 0, Purpose.OBSERVED, weights, null, null, null, null));
        await().until(() -> !tables.rows("checkpoint", later).isEmpty());
    }
}
