package dev.earlyphase.analyzer.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.earlyphase.analyzer.deadletter.DeadLetters;
import dev.earlyphase.analyzer.outage.Patience;
import dev.earlyphase.analyzer.outage.Stopping;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.Topics;

/** Takes telemetry as many records at a time as a poll gives; all of them are stored in one transaction. */
@Startup
@ApplicationScoped
public class TelemetryConsumer {
    private final TelemetryReader reader;
    private final TelemetryTable table;
    private final Patience patience;
    private final DeadLetters deadLetters;
    private final Counter rows;

    TelemetryConsumer(
            TelemetryReader reader,
            TelemetryTable table,
            Patience patience,
            DeadLetters deadLetters,
            MeterRegistry registry) {
        this.reader = reader;
        this.table = table;
        this.patience = patience;
        this.deadLetters = deadLetters;
        this.rows = Counter.builder("earlyphase.telemetry.rows")
                .description("Rows of telemetry, evaluations and measurements stored")
                .register(registry);
    }

    @Incoming(Topics.TRIAL_TELEMETRY)
    @Blocking
    CompletionStage<Void> take(KafkaRecordBatch<String, byte[]> records) {
        try {
            List<Poison> poison = poisonAmong(records.getRecords());
            // Burying a record commits its offset, so all before it must be stored by now.
            var buried = poison.stream()
                    .map(found ->
                            deadLetters.bury(found.record(), found.reason()).toCompletableFuture())
                    .toArray(CompletableFuture[]::new);
            return CompletableFuture.allOf(buried).thenCompose(all -> records.ack());
        } catch (Stopping stopping) {
            return stopping.standstill();
        }
    }

    private List<Poison> poisonAmong(List<KafkaRecord<String, byte[]>> records) {
        var readable = new ArrayList<Received>();
        var poison = new ArrayList<Poison>();
        for (var record : records) {
            try {
                readable.add(new Received(record, reader.read(record.getPayload())));
            } catch (RuntimeException reason) {
                poison.add(new Poison(record, reason));
            }
        }
        poison.addAll(store(readable));
        return poison;
    }

    /** Where Postgres refuses the whole for the fault of one, each is stored by itself. */
    private List<Poison> store(List<Received> readable) {
        if (readable.isEmpty()) {
            return List.of();
        }
        try {
            List<TelemetryBatch> batches =
                    readable.stream().map(Received::batch).toList();
            patience.persist("store telemetry", () -> rows.increment(table.store(batches)));
            return List.of();
        } catch (Stopping stopping) {
            throw stopping;
        } catch (RuntimeException reason) {
            return readable.size() == 1
                    ? List.of(new Poison(readable.getFirst().record(), reason))
                    : readable.stream()
                            .flatMap(one -> store(List.of(one)).stream())
                            .toList();
        }
    }

    private record Received(KafkaRecord<String, byte[]> record, TelemetryBatch batch) {}

    private record Poison(KafkaRecord<String, byte[]> record, RuntimeException reason) {}
}
