package dev.earlyphase.orchestrator.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.restassured.response.Response;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.ClaimRequest;
import dev.earlyphase.contracts.claim.Heartbeat;
import dev.earlyphase.contracts.claim.Heartbeat.Running;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.AttemptEnded.Outcome;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.event.MaskDerived;
import dev.earlyphase.contracts.event.Schema;
import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.orchestrator.Settings;
import dev.earlyphase.orchestrator.json.Json;

/** Says over REST and Kafka what a worker says, and trains nothing. */
@Singleton
public class FakeWorker {
    public static final String NAME = "fake-worker";
    /** Ten seconds for LeNet's 40 epochs. */
    private static final double SECONDS_AN_ITERATION = 10.0 / 18_760;

    private final Platform platform;
    private final Json json;
    private final KafkaProducer<String, String> producer;

    FakeWorker(Platform platform, Json json, Settings settings) {
        this.platform = platform;
        this.json = json;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", settings.kafka()), new StringSerializer(), new StringSerializer());
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    public Response tryClaim(TrialId trial) {
        return platform.postAsWorker("/internal/claims", new ClaimRequest(trial, NAME));
    }

    /** Waits until the trial is to be had, and takes it. */
    public Claim claim(TrialId trial) {
        platform.awaitClaimable(trial);
        return platform.as(tryClaim(trial), Claim.class);
    }

    public Orders beat(int slots, Claim... claims) {
        List<Running> running = new ArrayList<>();
        for (Claim claim : claims) {
            running.add(new Running(claim.trial(), claim.attempt(), claim.spec().beginIteration() + 10, 50));
        }
        return platform.as(
                platform.postAsWorker("/internal/heartbeats", new Heartbeat(NAME, "none", slots, slots > 0, running)),
                Orders.class);
    }

    /** Claims the trial and reports all that a worker reports of a whole training. */
    public Claim train(TrialId trial) {
        Claim claim = claim(trial);
        report(claim);
        complete(claim, "weights of " + trial.brief());
        return claim;
    }

    /** Mask and checkpoints as asked for, from where the claim resumes. */
    public void report(Claim claim) {
        if (!(claim.spec().mask() instanceof MaskSource.Dense)) {
            send(new MaskDerived(
                    Schema.VERSION,
                    claim.trial(),
                    claim.attempt(),
                    0,
                    Instant.now(),
                    object(ObjectKeys.mask(claim.trial(), claim.attempt())),
                    0.1,
                    claim.parentMask()));
        }
        reportCheckpoints(claim);
    }

    /** All but the mask. */
    public void reportCheckpoints(Claim claim) {
        if (claim.spec().start() instanceof Start.Between) {
            return;
        }
        int from = claim.resume() == null
                ? claim.spec().beginIteration()
                : claim.resume().iteration() + 1;
        var iterations = new TreeSet<>(claim.observations().checkpoints());
        iterations.add(claim.spec().beginIteration());
        iterations.add(claim.spec().endIteration());
        iterations.tailSet(from).forEach(iteration -> checkpoint(claim, iteration));
    }

    public void checkpoint(Claim claim, int iteration) {
        boolean end = iteration == claim.spec().endIteration();
        send(new CheckpointWritten(
                Schema.VERSION,
                claim.trial(),
                claim.attempt(),
                iteration,
                Instant.now(),
                iteration,
                claim.observations().checkpoints().contains(iteration) || end ? Purpose.OBSERVED : Purpose.RECOVERY,
                object(ObjectKeys.checkpoint(claim.trial(), claim.attempt(), iteration)),
                end ? null : object(ObjectKeys.momentum(claim.trial(), claim.attempt(), iteration)),
                null,
                claim.start(),
                claim.initialisation()));
    }

    public void complete(Claim claim, String weights) {
        int end = claim.spec().endIteration();
        int iterations = end - claim.spec().beginIteration();
        end(
                claim,
                new AttemptEnded.Completed(new TrialResult(
                        end, 0.97, 0.1, 0.05, iterations * SECONDS_AN_ITERATION, iterations, weights, 80, 100)));
    }

    public void end(Claim claim, Outcome outcome) {
        send(new AttemptEnded(
                Schema.VERSION,
                claim.trial(),
                claim.attempt(),
                1_000_000,
                Instant.now(),
                outcome,
                new Provenance(NAME, "none", "none", 1, "0", "MNIST", null, null)));
    }

    public void send(TrialEvent event) {
        send(event.trial().value(), json.write(event));
    }

    public void send(String key, String value) {
        try {
            producer.send(new ProducerRecord<>(Topics.CHECKPOINT_EVENTS, key, value))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectRef object(String key) {
        return new ObjectRef(key, "0".repeat(64), 1);
    }
}
