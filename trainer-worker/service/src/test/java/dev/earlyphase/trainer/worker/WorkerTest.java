package dev.earlyphase.trainer.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.Schema;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.contracts.event.TrialOffer;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.trainer.config.WorkerConfig;
import dev.earlyphase.trainer.lease.Heartbeats;
import dev.earlyphase.trainer.store.Store;
import dev.earlyphase.weights.safetensors.Safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The worker as a process sees it: offers from real Kafka, objects in real S3, a hand-written orchestrator. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class WorkerTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private final FakeOrchestrator orchestrator = FakeOrchestrator.SHARED;

    @ConfigProperty(name = "earlyphase.kafka")
    String kafka;

    @Inject
    WorkerConfig config;

    @Inject
    ObjectMapper json;

    @Inject
    Store store;

    @Inject
    Heartbeats heartbeats;

    @Test
    void the_orchestrator_is_shown_the_workers_key_and_nothing_else() {
        String key = config.access().workerKey().orElseThrow();

        await().atMost(LIMIT).until(() -> !FakeOrchestrator.SHARED.tokens.isEmpty());

        assertThat(FakeOrchestrator.SHARED.tokens).containsExactly("Bearer " + key);
    }

    @Test
    void an_offered_trial_is_claimed_trained_kept_and_reported_and_its_slot_is_free_again() throws Exception {
        TrialSpec spec = spec(1);
        orchestrator.claims.put(spec.id(), claim(spec));

        offer(spec);

        List<TrialEvent> events = eventsUntilTheEnd(spec.id());
        var completed = (AttemptEnded.Completed) ((AttemptEnded) events.getLast()).outcome();
        CheckpointWritten end = (CheckpointWritten) events.get(events.size() - 2);
        assertThat(Safetensors.read(store.fetch(end.weights())).tensors().size())
                .isEqualTo(6);
        assertThat(completed.result().weightsSha256()).isEqualTo(end.weights().sha256());
        assertThat(telemetry(spec.id()))
                .extracting(TelemetryBatch.Row::iteration)
                .containsExactly(0, 1, 2, 3);
        assertThat(orchestrator.alive).contains(spec.id());
        assertThat(log(spec.id()))
                .contains("lenet-300-100 on ", "checkpoint at 0it kept, observed", "Completed with test accuracy");

        assertThat(orchestrator.traces).containsEntry(spec.id(), "null");
        await().atMost(LIMIT).until(heartbeats::idle);
    }

    @Test
    void a_slot_stays_taken_until_the_end_of_its_trial_is_on_record() {
        TrialSpec spec = spec(2);
        orchestrator.claims.put(spec.id(), claim(spec));
        offer(spec);

        List<TrialEvent> events = eventsOf(spec.id(), false);

        assertThat(events.getLast()).isInstanceOf(AttemptEnded.class);
        assertThat(heartbeats.idle()).isFalse();
        orchestrator.ended.add(spec.id());
        await().atMost(LIMIT).until(heartbeats::idle);
    }

    @Test
    void an_offer_that_cannot_be_read_and_one_that_another_worker_has_do_not_hold_up_the_next() {
        TrialSpec taken = spec(3);
        TrialSpec free = spec(4);
        orchestrator.claims.put(free.id(), claim(free));

        send("no offer".getBytes(StandardCharsets.UTF_8));
        offer(taken);
        offer(free);

        assertThat(eventsUntilTheEnd(free.id())).isNotEmpty();
        assertThat(orchestrator.asked).contains(taken.id());
    }

    @Test
    void claim_events_and_telemetry_go_on_with_the_trace_of_the_offer_though_this_worker_sends_no_traces() {
        TrialSpec spec = spec(5);
        orchestrator.claims.put(spec.id(), claim(spec));
        send(bytes(spec), new RecordHeader("traceparent", TRACE.getBytes(StandardCharsets.UTF_8)));

        eventsUntilTheEnd(spec.id());

        assertThat(orchestrator.traces).containsEntry(spec.id(), TRACE);
        assertThat(traces(Topics.CHECKPOINT_EVENTS, spec.id())).containsOnly(TRACE);
        assertThat(traces(Topics.TRIAL_TELEMETRY, spec.id())).containsOnly(TRACE);
    }

    @Test
    void readiness_says_what_the_worker_computes_with() {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        RestAssured.get("/q/health/ready").asString())
                .contains("\"status\": \"UP\"", "libtorch", "threads"));
    }

    private String log(TrialId trial) throws MinioException, IOException {
        WorkerConfig.S3 s3 = config.s3();
        var client = MinioClient.builder()
                .endpoint(s3.endpoint())
                .region(s3.region())
                .credentials(s3.accessKey(), s3.secretKey())
                .build();
        var request = GetObjectArgs.builder()
                .bucket(s3.bucket())
                .object(ObjectKeys.log(trial, 1))
                .build();
        try (var in = client.getObject(request)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<TrialEvent> eventsUntilTheEnd(TrialId trial) {
        return eventsOf(trial, true);
    }

    private List<TrialEvent> eventsOf(TrialId trial, boolean acknowledgeEnd) {
        var events = new ArrayList<TrialEvent>();
        try (var consumer = consumer(Topics.CHECKPOINT_EVENTS)) {
            await().atMost(LIMIT).until(() -> {
                for (var found : consumer.poll(Duration.ofMillis(200))) {
                    if (found.key().equals(trial.value())) {
                        events.add(json.readValue(found.value(), TrialEvent.class));
                    }
                }
                return !events.isEmpty() && events.getLast() instanceof AttemptEnded;
            });
        }
        if (acknowledgeEnd) {
            orchestrator.ended.add(trial);
        }
        return events;
    }

    private List<TelemetryBatch.Row> telemetry(TrialId trial) {
        var rows = new ArrayList<TelemetryBatch.Row>();
        try (var consumer = consumer(Topics.TRIAL_TELEMETRY)) {
            await().atMost(LIMIT).until(() -> {
                for (var found : consumer.poll(Duration.ofMillis(200))) {
                    if (found.key().equals(trial.value())) {
                        rows.addAll(json.readValue(found.value(), TelemetryBatch.class)
                                .rows());
                    }
                }
                return rows.size() >= 4;
            });
        }
        return rows;
    }

    private KafkaConsumer<String, byte[]> consumer(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        "test-" + System.nanoTime(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    /** The header of every record of a trial that is there by now. */
    private Set<String> traces(String topic, TrialId trial) {
        var traces = new HashSet<String>();
        try (var consumer = consumer(topic)) {
            await().atMost(LIMIT).until(() -> {
                for (var found : consumer.poll(Duration.ofMillis(500))) {
                    if (found.key().equals(trial.value())) {
                        Header header = found.headers().lastHeader("traceparent");
                        traces.add(header == null ? "null" : new String(header.value(), StandardCharsets.UTF_8));
                    }
                }
                return !traces.isEmpty();
            });
        }
        return traces;
    }

    private void offer(TrialSpec spec) {
        send(bytes(spec));
    }

    private byte[] bytes(TrialSpec spec) {
        try {
            return json.writeValueAsBytes(new TrialOffer(Schema.VERSION, spec.id(), 0, spec));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(byte[] value, Header... headers) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.TRIAL_SPECS, null, "key", value, List.of(headers)));
        }
    }

    private static Claim claim(TrialSpec spec) {
        var observations = new Observations(List.of(), 4_000, 100, 1_000);
        return new Claim(spec.id(), 1, 30, spec, observations, null, null, null, null, null, null, null);
    }

    private static TrialSpec spec(long seed) {
        var training =
                new Training(Moment.ofIterations(4), 32, 0.1, 0, 0, List.of(), 0.1, Moment.START, false, 640, null);
        return new TrialSpec(NetworkName.LENET_300_100, DataSetName.STROKES, seed, training, null, null, null);
    }
}
