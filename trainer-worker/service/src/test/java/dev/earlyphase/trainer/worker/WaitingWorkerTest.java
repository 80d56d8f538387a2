package dev.earlyphase.trainer.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.Schema;
import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.contracts.event.TrialOffer;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.trainer.config.WorkerConfig;
import dev.earlyphase.trainer.lease.Heartbeats;
import dev.earlyphase.trainer.offer.Offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A worker of three slots whose trials wait: what goes on around the training, without it. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(WaitingWorkerTest.Waiting.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WaitingWorkerTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int SLOTS = 3;
    private final FakeOrchestrator orchestrator = FakeOrchestrator.SHARED;

    /** Long enough that all slots are busy at once. */
    public static class Waiting implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("earlyphase.worker.waiting", "8s", "earlyphase.worker.slots", Integer.toString(SLOTS));
        }
    }

    @ConfigProperty(name = "earlyphase.kafka")
    String kafka;

    @Inject
    WorkerConfig config;

    @Inject
    ObjectMapper json;

    @Inject
    Heartbeats heartbeats;

    @Inject
    Offers offers;

    @Test
    @Order(1)
    void a_trial_that_only_waited_is_completed_and_says_so() {
        TrialSpec spec = spec(101);
        offer(spec);

        AttemptEnded end = ends(List.of(spec)).get(spec.id());

        assertThat(end.outcome()).isInstanceOf(AttemptEnded.Completed.class);
        assertThat(end.provenance().engine()).startsWith("waiting");
        assertThat(end.provenance().worker()).startsWith("waiting:");
        await().atMost(LIMIT).until(heartbeats::idle);
    }

    @Test
    @Order(2)
    void a_worker_that_stops_releases_the_trials_of_all_its_slots_and_takes_no_further_offer() throws Exception {
        List<TrialSpec> running =
                Stream.of(102L, 103L, 104L).map(WaitingWorkerTest::spec).toList();
        running.forEach(this::offer);
        await().atMost(LIMIT).until(() -> running.stream().allMatch(spec -> orchestrator.alive.contains(spec.id())));

        heartbeats.stopAll();
        offers.stop();
        TrialSpec late = spec(105);
        offer(late);

        assertThat(ends(running).values()).hasSize(SLOTS).allSatisfy(end -> assertThat(end.outcome())
                .isInstanceOf(AttemptEnded.Released.class));
        await().atMost(config.worker().grace()).until(heartbeats::idle);
        assertThat(orchestrator.asked).doesNotContain(late.id());
    }

    /** The last event of each; its end is put on record. */
    private Map<TrialId, AttemptEnded> ends(List<TrialSpec> specs) {
        var ends = new HashMap<TrialId, AttemptEnded>();
        List<TrialId> awaited = specs.stream().map(TrialSpec::id).toList();
        Map<String, Object> access = Map.of(
                "bootstrap.servers", kafka, "group.id", "test-" + System.nanoTime(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(access, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.CHECKPOINT_EVENTS));
            await().atMost(LIMIT).until(() -> {
                for (var found : consumer.poll(Duration.ofMillis(200))) {
                    if (json.readValue(found.value(), TrialEvent.class) instanceof AttemptEnded end
                            && awaited.contains(end.trial())) {
                        ends.put(end.trial(), end);
                        orchestrator.ended.add(end.trial());
                    }
                }
                return ends.size() == awaited.size();
            });
        }
        return ends;
    }

    private void offer(TrialSpec spec) {
        var observations = new Observations(List.of(), 4_000, 100, 1_000);
        orchestrator.claims.put(
                spec.id(), new Claim(spec.id(), 1, 30, spec, observations, null, null, null, null, null, null, null));
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer())) {
            byte[] value = json.writeValueAsBytes(new TrialOffer(Schema.VERSION, spec.id(), 0, spec));
            producer.send(new ProducerRecord<>(Topics.TRIAL_SPECS, "key", value));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TrialSpec spec(long seed) {
        var training =
                new Training(Moment.ofIterations(4), 32, 0.1, 0, 0, List.of(), 0.1, Moment.START, false, 640, null);
        return new TrialSpec(NetworkName.LENET_300_100, DataSetName.STROKES, seed, training, null, null, null);
    }
}
