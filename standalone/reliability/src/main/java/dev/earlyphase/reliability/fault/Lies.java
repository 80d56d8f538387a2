package dev.earlyphase.reliability.fault;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.apache.kafka.clients.producer.ProducerRecord;

import dev.earlyphase.cli.api.Json;
import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.ClaimRequest;
import dev.earlyphase.contracts.claim.Heartbeat;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.Schema;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.reliability.evidence.Database;
import dev.earlyphase.reliability.evidence.Topics;

/** A worker that has the workers' key and reports what is not so. */
public final class Lies {
    private static final String LIAR = "liar";
    /** What a lie says the SHA-256 is. */
    public static final String WRONG_SHA256 = "0".repeat(64);

    private static final String REPLACED = """
            select t.id, t.attempt from study.trial t
            join results.attempt said on said.trial = t.id collate "default" and said.stream = 'TELEMETRY'
            where t.attempt > 1 and said.attempt >= t.attempt - 1
            order by t.id""";

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final EmbeddedAddresses addresses;
    private final URI orchestrator;
    private final Database database;
    private final Topics topics;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    Lies(EmbeddedAddresses addresses, URI orchestrator, Database database, Topics topics) {
        this.addresses = addresses;
        this.orchestrator = orchestrator;
        this.database = database;
        this.topics = topics;
    }

    private record Standing(TrialId trial, int attempt) {}

    /** Whether a dead letter is of a trial that only a lie was about. */
    public static boolean isForeign(String trial) {
        return trial.startsWith("f0f0");
    }

    /**
     * An attempt before the latest one is said to have a checkpoint, telemetry and a result: one that had said more, since
     * nobody could tell these from its own words otherwise.
     */
    String ofOldAttempt(long choice) throws Exception {
        List<Standing> old = standings(REPLACED);
        if (old.isEmpty()) {
            return "no trial has an older attempt yet";
        }
        Standing victim = old.get(new Random(choice).nextInt(old.size()));
        int attempt = victim.attempt() - 1;
        publish(checkpoint(victim.trial(), attempt, 10), ended(victim.trial(), attempt));
        topics.publish(List.of(new ProducerRecord<>(
                dev.earlyphase.contracts.event.Topics.TRIAL_TELEMETRY,
                victim.trial().value(),
                Json.writeLine(telemetry(victim.trial(), attempt)))));
        return "of attempt %d of trial %s".formatted(attempt, victim.trial().brief());
    }

    /** Of a trial that no study has; and of one that another worker runs, by heartbeat and by claim. */
    String ofForeignTrial(long choice) throws Exception {
        var unknown = new TrialId("f0f0" + "%016x".formatted(choice) + "0".repeat(44));
        publish(checkpoint(unknown, 1, 10), ended(unknown, 1));
        List<Standing> running = standings("select id, attempt from study.trial where state = 'running' order by id");
        if (running.isEmpty()) {
            return "of trial " + unknown.brief();
        }
        Standing victim = running.get(new Random(choice).nextInt(running.size()));
        var claimed = new Heartbeat.Running(victim.trial(), victim.attempt(), 999_999, 1.0);
        post("heartbeats", new Heartbeat(LIAR, "none", 1, false, List.of(claimed)));
        post("claims", new ClaimRequest(victim.trial(), LIAR));
        return "of trial %s, and of %s, which another has"
                .formatted(unknown.brief(), victim.trial().brief());
    }

    /** It takes a trial, reports a checkpoint to resume from that is not there, and is heard of no more. */
    String ofChecksum(long choice) throws Exception {
        List<Standing> waiting =
                standings("select id, attempt from study.trial where state in ('ready', 'dispatched') order by id");
        if (waiting.isEmpty()) {
            return "no trial is ready to be claimed";
        }
        Standing victim = waiting.get(new Random(choice).nextInt(waiting.size()));
        Optional<String> reply = post("claims", new ClaimRequest(victim.trial(), LIAR));
        if (reply.isEmpty()) {
            return "trial %s was not to be had".formatted(victim.trial().brief());
        }
        Claim claim = Json.read(reply.get(), Claim.class);
        int iteration = claim.spec().beginIteration() + 7;
        publish(checkpoint(claim.trial(), claim.attempt(), iteration));
        return "as attempt %d of trial %s, at %dit"
                .formatted(claim.attempt(), claim.trial().brief(), iteration);
    }

    private List<Standing> standings(String query) throws SQLException {
        return database.ask(query, row -> new Standing(new TrialId(row.getString(1)), row.getInt(2)));
    }

    private void publish(TrialEvent... events) {
        topics.publish(List.of(events).stream()
                .map(event -> new ProducerRecord<>(
                        dev.earlyphase.contracts.event.Topics.CHECKPOINT_EVENTS,
                        event.trial().value(),
                        Json.writeLine(event)))
                .toList());
    }

    private Optional<String> post(String path, Object body) throws Exception {
        var request = HttpRequest.newBuilder(orchestrator.resolve("/internal/" + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + addresses.access().worker())
                .POST(HttpRequest.BodyPublishers.ofString(Json.writeLine(body)))
                .build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
    }

    private static CheckpointWritten checkpoint(TrialId trial, int attempt, int iteration) {
        var weights = new ObjectRef(ObjectKeys.checkpoint(trial, attempt, iteration), WRONG_SHA256, 1000);
        var momentum = new ObjectRef(ObjectKeys.momentum(trial, attempt, iteration), WRONG_SHA256, 1000);
        return new CheckpointWritten(
                Schema.VERSION,
                trial,
                attempt,
                0,
                Instant.now(),
                iteration,
                CheckpointWritten.Purpose.RECOVERY,
                weights,
                momentum,
                null,
                null,
                null);
    }

    private static AttemptEnded ended(TrialId trial, int attempt) {
        var result = new TrialResult(1, 1.0, 0.0, 0.0, 0.001, 1, WRONG_SHA256, 1, 1);
        var provenance = new Provenance(LIAR, "none", "none", 1, WRONG_SHA256, "none", Map.of(), null);
        return new AttemptEnded(
                Schema.VERSION, trial, attempt, 1, Instant.now(), new AttemptEnded.Completed(result), provenance);
    }

    private static TelemetryBatch telemetry(TrialId trial, int attempt) {
        return new TelemetryBatch(
                Schema.VERSION,
                trial,
                attempt,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(new TelemetryBatch.Evaluation(5, 1.0, 0.0, 1)),
                List.of());
    }
}
