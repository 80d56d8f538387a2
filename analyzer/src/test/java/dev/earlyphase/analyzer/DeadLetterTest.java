package dev.earlyphase.analyzer;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.analyzer.testing.DeadLetterTopic;
import dev.earlyphase.analyzer.testing.EmbeddedServers;
import dev.earlyphase.analyzer.testing.Network;
import dev.earlyphase.analyzer.testing.Tables;
import dev.earlyphase.analyzer.testing.Trials;
import dev.earlyphase.analyzer.testing.Worker;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.weights.safetensors.Safetensors;

import static dev.earlyphase.analyzer.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** In each case the next record of the same partition is taken. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class DeadLetterTest {
    private static final byte[] CHECKPOINT = Network.checkpoint(Network.weights(5));

    @Inject
    Worker worker;

    @Inject
    Tables tables;

    @Inject
    DeadLetterTopic deadLetters;

    private final TrialId trial = Trials.fresh();
    private final String key = ObjectKeys.checkpoint(trial, 1, 0);

    @Test
    void a_record_that_is_not_json() throws Exception {
        worker.publish(Topics.CHECKPOINT_EVENTS, trial.value(), "not JSON".getBytes());

        assertBuriedWith("value: got Unrecognized token 'not'", "a TrialEvent in JSON");
    }

    @Test
    void an_event_of_an_unknown_kind() throws Exception {
        worker.publish(Topics.CHECKPOINT_EVENTS, trial.value(), "{\"type\": \"party\", \"schema\": 1}".getBytes());

        assertBuriedWith("party");
    }

    @Test
    void an_event_without_its_weights() throws Exception {
        worker.publish(event(null));

        assertBuriedWith("weights: got nothing");
    }

    @Test
    void an_object_that_is_not_there() throws Exception {
        worker.publish(event(new ObjectRef(key, "ab", 10)));

        assertBuriedWith("There is no object " + key);
    }

    @Test
    void an_object_whose_checksum_is_another() throws Exception {
        ObjectRef stored = worker.store(key, CHECKPOINT);

        worker.publish(event(new ObjectRef(key, "ab", stored.bytes())));

        assertBuriedWith("SHA-256 of " + key, stored.sha256());
    }

    @Test
    void an_object_shorter_than_it_was() throws Exception {
        ObjectRef stored = worker.store(key, CHECKPOINT);

        worker.publish(event(new ObjectRef(key, stored.sha256(), stored.bytes() + 4)));

        assertBuriedWith("size of " + key, stored.bytes() + " bytes");
    }

    @Test
    void an_object_that_is_no_safetensors_file() throws Exception {
        worker.publish(event(worker.store(key, Arrays.copyOf(CHECKPOINT, CHECKPOINT.length - 4))));

        assertBuriedWith(key + ", offset ");
    }

    @Test
    void a_checkpoint_that_does_not_say_what_is_prunable() throws Exception {
        worker.publish(event(worker.store(key, Safetensors.bytes(Network.weights(5), Map.of()))));

        assertBuriedWith("metadata prunable: got nothing");
    }

    private void assertBuriedWith(String... parts) throws Exception {
        TrialId next = Trials.fresh();
        ObjectRef sound = worker.store(ObjectKeys.checkpoint(next, 1, 0), CHECKPOINT);
        worker.publish(event(next, sound));
        await().until(() -> !tables.rows("checkpoint", next).isEmpty());
        assertThat(deadLetters.reasons(trial.value()))
                .singleElement()
                .asString()
                .contains(parts);
        assertThat(tables.rows("tensor_statistics", trial)).isEmpty();
    }

    private CheckpointWritten event(ObjectRef weights) {
        return event(trial, weights);
    }

    private static CheckpointWritten event(TrialId trial, ObjectRef weights) {
        return new CheckpointWritten(
                1, trial, 1, 0, Instant.EPOCH, 0, Purpose.OBSERVED, weights, null, null, null, null);
    }
}
