package dev.earlyphase.orchestrator.event;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;
import dev.earlyphase.orchestrator.support.TopicReader;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class DeadLetterTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Inject
    TopicReader topics;

    @Test
    void a_record_that_is_no_event_goes_to_the_dead_letters_with_its_reason() {
        String key = UUID.randomUUID().toString();
        worker.send(key, "{\"type\": \"unheard-of\"}");
        TrialId next = new TrialId(
                platform.trials(platform.submitDense(1, null)).getFirst().id().value());

        ConsumerRecord<String, String> letter = topics
                .records(Topics.DEAD_LETTERS, seen -> seen.stream().anyMatch(record -> key.equals(record.key())))
                .stream()
                .filter(record -> key.equals(record.key()))
                .findFirst()
                .orElseThrow();

        assertThat(new String(letter.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8))
                .contains("type: got unheard-of");
        worker.train(next);
        platform.awaitState(next, TrialState.COMPLETED);
    }
}
