package dev.earlyphase.orchestrator.outbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.event.TrialOffer;
import dev.earlyphase.contracts.study.Scheduling;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.launcher.testing.EmbeddedStack;
import dev.earlyphase.orchestrator.json.Json;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;
import dev.earlyphase.orchestrator.support.TopicReader;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class RelayTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Inject
    TopicReader topics;

    @Inject
    Json json;

    @BeforeEach
    void forget_what_other_tests_left() {
        worker.beat(0);
        platform.cancelAll();
    }

    @Test
    void an_offer_holds_the_specification_and_the_priority() {
        String study = platform.submitDense(1, new Scheduling(7, null));
        worker.beat(1);
        await().atMost(LIMIT).until(() -> platform.dispatched(study).size() == 1);
        TrialView trial = platform.trials(study).getFirst();

        List<ConsumerRecord<String, String>> records = topics.records(Topics.TRIAL_SPECS, seen -> seen.stream()
                .anyMatch(record -> record.key().equals(trial.id().value())));

        TrialOffer offer = json.read(records.getLast().value(), TrialOffer.class);
        assertThat(offer).isEqualTo(new TrialOffer(1, trial.id(), 7, trial.spec()));
        assertThat(records.getLast().headers()).isEmpty();
    }

    @Test
    void an_offer_goes_on_with_the_trace_of_its_study() {
        String study = platform.submitDense(3, null);
        platform.execute("update study.study set traceparent = '" + TRACE + "' where id = ?", study);
        worker.beat(1);
        String trial = platform.trials(study).getFirst().id().value();

        List<ConsumerRecord<String, String>> records = topics.records(Topics.TRIAL_SPECS, seen -> seen.stream()
                .anyMatch(record -> record.key().equals(trial)));

        assertThat(records.getLast().headers())
                .singleElement()
                .satisfies(header -> assertThat(header.key()).isEqualTo("traceparent"))
                .satisfies(header -> assertThat(header.value()).asString().isEqualTo(TRACE));
    }

    @Test
    void while_kafka_is_away_offers_wait_and_the_service_stays_ready() throws Exception {
        pauseKafka("STOP");
        String study;
        try {
            study = platform.submitDense(2, null);
            worker.beat(2);
            await().atMost(LIMIT)
                    .until(() -> given().get("/q/health/ready").asString().contains("records wait since"));
            assertThat(platform.query("select count(*) from study.outbox where key <> ?", ""))
                    .isEqualTo(2);
            assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
        } finally {
            pauseKafka("CONT");
        }

        assertThat(topics.keys(Topics.TRIAL_SPECS, seen -> seen.containsAll(platform.dispatched(study))))
                .containsAll(platform.dispatched(study));
        await().atMost(LIMIT).until(() -> platform.query("select count(*) from study.outbox where key <> ?", "") == 0);
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
