package dev.earlyphase.orchestrator.schedule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.event.TrialOffer;
import dev.earlyphase.contracts.study.Scheduling;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.launcher.testing.EmbeddedStack;
import dev.earlyphase.orchestrator.Settings;
import dev.earlyphase.orchestrator.json.Json;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class DispatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Inject
    Settings settings;

    @Inject
    Json json;

    @BeforeEach
    void forget_what_other_tests_left() {
        worker.beat(0);
        platform.execute("update study.study set cancelled = true where id <> ?", "");
        platform.execute(
                "update study.trial set state = 'cancelled' where id <> ? and state in"
                        + " ('waiting', 'ready', 'dispatched', 'running')",
                "");
    }

    @Test
    void as_many_trials_are_offered_as_there_are_idle_slots_and_two_more() {
        String study = submitDense(20, null);

        worker.beat(3);

        await().atMost(LIMIT).until(() -> dispatched(study).size() == 5);
        assertThat(read(Topics.TRIAL_SPECS, seen -> seen.containsAll(dispatched(study))))
                .containsAll(dispatched(study));
    }

    @Test
    void nothing_is_offered_while_no_worker_lives() {
        String study = submitDense(3, null);

        // A turn of the dispatcher is over once a later study, for which there is a worker, has been offered.
        await().pollDelay(Duration.ofSeconds(1)).until(() -> dispatched(study).isEmpty());
    }

    @Test
    void a_study_of_higher_priority_goes_first() {
        String low = submitDense(5, new Scheduling(0, null));
        String high = submitDense(5, new Scheduling(10, null));

        worker.beat(3);

        await().atMost(LIMIT).until(() -> dispatched(high).size() == 5);
        assertThat(dispatched(low)).isEmpty();
    }

    @Test
    void a_study_never_runs_more_trials_than_its_limit() {
        String narrow = submitDense(6, new Scheduling(10, 2));
        String wide = submitDense(6, new Scheduling(0, null));

        worker.beat(6);

        await().atMost(LIMIT).until(() -> dispatched(wide).size() == 6);
        assertThat(dispatched(narrow)).hasSize(2);
    }

    @Test
    void an_offer_that_nobody_claims_is_made_again() {
        String study = submitDense(1, null);
        worker.beat(1);
        await().atMost(LIMIT).until(() -> dispatched(study).size() == 1);
        String trial = dispatched(study).getFirst();
        read(Topics.TRIAL_SPECS, seen -> seen.contains(trial));

        platform.execute("update study.trial set dispatched = now() - interval '1 hour' where id = ?", trial);

        List<String> offers = read(
                Topics.TRIAL_SPECS, seen -> seen.stream().filter(trial::equals).count() >= 2);
        assertThat(offers.stream().filter(trial::equals).count()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void while_kafka_is_away_offers_wait_and_the_service_stays_ready() throws Exception {
        pauseKafka("STOP");
        String study;
        try {
            study = submitDense(2, null);
            worker.beat(2);
            await().atMost(LIMIT)
                    .until(() -> given().get("/q/health/ready").asString().contains("records wait since"));
            assertThat(platform.query("select count(*) from study.outbox where key <> ?", ""))
                    .isEqualTo(2);
            assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
        } finally {
            pauseKafka("CONT");
        }

        assertThat(read(Topics.TRIAL_SPECS, seen -> seen.containsAll(dispatched(study))))
                .containsAll(dispatched(study));
        await().atMost(LIMIT).until(() -> platform.query("select count(*) from study.outbox where key <> ?", "") == 0);
    }

    @Test
    void an_offer_holds_the_specification_and_the_priority() {
        String study = submitDense(1, new Scheduling(7, null));
        worker.beat(1);
        await().atMost(LIMIT).until(() -> dispatched(study).size() == 1);
        TrialView trial = platform.trials(study).getFirst();

        List<ConsumerRecord<String, String>> records = readRecords(Topics.TRIAL_SPECS, seen -> seen.stream()
                .anyMatch(record -> record.key().equals(trial.id().value())));

        TrialOffer offer = json.read(records.getLast().value(), TrialOffer.class);
        assertThat(offer).isEqualTo(new TrialOffer(1, trial.id(), 7, trial.spec()));
    }

    @Test
    void a_record_that_is_no_event_goes_to_the_dead_letters_with_its_reason() {
        String key = UUID.randomUUID().toString();
        worker.send(key, "{\"type\": \"unheard-of\"}");
        TrialId next = new TrialId(
                platform.trials(submitDense(1, null)).getFirst().id().value());

        ConsumerRecord<String, String> letter =
                readRecords(Topics.DEAD_LETTERS, seen -> seen.stream().anyMatch(record -> key.equals(record.key())))
                        .stream()
                        .filter(record -> key.equals(record.key()))
                        .findFirst()
                        .orElseThrow();

        assertThat(new String(letter.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8))
                .contains("type: got unheard-of");
        worker.train(next);
        platform.awaitState(next, TrialState.COMPLETED);
    }

    @Test
    void a_silent_worker_is_dropped() {
        worker.beat(2);

        platform.execute(
                "update study.worker set last_seen = now() - interval '1 hour' where name = ?", FakeWorker.NAME);

        await().atMost(LIMIT)
                .until(() -> given().get("/internal/workers").asString().equals("[]"));
    }

    @Test
    void counts_are_there_for_prometheus() {
        worker.beat(1);

        await().atMost(LIMIT)
                .until(() -> given().get("/q/metrics").asString(), text -> text.contains("earlyphase_slots 1.0"));

        assertThat(given().get("/q/metrics").asString())
                .contains(
                        "earlyphase_trials{state=\"completed\"}", "earlyphase_outbox_rows", "earlyphase_claims_total");
    }

    private String submitDense(int seeds, Scheduling scheduling) {
        List<Long> list = new ArrayList<>();
        for (int i = 0; i < seeds; i++) {
            list.add(Platform.newSeed());
        }
        return platform.submit(Platform.study(list, List.of(), 0, null, scheduling))
                .id();
    }

    private List<String> dispatched(String study) {
        return platform.trials(study).stream()
                .filter(trial -> trial.state() == TrialState.DISPATCHED)
                .map(trial -> trial.id().value())
                .toList();
    }

    private List<String> read(String topic, Predicate<List<String>> enough) {
        return readRecords(topic, seen -> enough.test(keys(seen))).stream()
                .map(ConsumerRecord::key)
                .toList();
    }

    private static List<String> keys(List<ConsumerRecord<String, String>> records) {
        return records.stream().map(ConsumerRecord::key).toList();
    }

    private List<ConsumerRecord<String, String>> readRecords(
            String topic, Predicate<List<ConsumerRecord<String, String>>> enough) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        Map<String, Object> access = Map.of(
                "bootstrap.servers",
                settings.kafka(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(access, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(LIMIT).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
                return enough.test(records);
            });
        }
        return records;
    }

    /** Kafka runs in the embedded JVM, Postgres beside it: stopping the JVM leaves Postgres at work. */
    private static void pauseKafka(String signal) throws IOException, InterruptedException {
        long pid = EmbeddedStack.shared().addresses().pid();
        new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
                .inheritIO()
                .start()
                .waitFor();
    }
}
