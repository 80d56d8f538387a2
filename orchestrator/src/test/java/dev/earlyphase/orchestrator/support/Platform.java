package dev.earlyphase.orchestrator.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.study.ImpRewinding;
import dev.earlyphase.contracts.study.Observe;
import dev.earlyphase.contracts.study.Page;
import dev.earlyphase.contracts.study.Scheduling;
import dev.earlyphase.contracts.study.Storage;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.json.Json;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

/** The orchestrator as its callers see it, and studies that no other test has. */
@Singleton
public class Platform {
    private static final AtomicLong SEEDS = new AtomicLong(1_000);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Json json;
    private final ObjectMapper mapper;
    private final DataSource database;

    Platform(Json json, ObjectMapper mapper, DataSource database) {
        this.json = json;
        this.mapper = mapper;
        this.database = database;
    }

    /** A seed of which no trial exists yet. */
    public static long newSeed() {
        return SEEDS.getAndIncrement();
    }

    public static ImpRewinding study(List<Long> seeds, List<String> rewind, int levels) {
        return study(seeds, rewind, levels, null, null);
    }

    public static ImpRewinding study(
            List<Long> seeds, List<String> rewind, int levels, Observe observe, Scheduling scheduling) {
        return new ImpRewinding(
                null,
                null,
                NetworkName.LENET_300_100,
                DataSetName.MNIST,
                seeds,
                rewind.stream().map(Moment::parse).toList(),
                levels,
                null,
                null,
                null,
                null,
                null,
                null,
                observe,
                scheduling);
    }

    public Response post(String path, Object body) {
        return given().contentType("application/json").body(json.write(body)).post(path);
    }

    public Response postAsWorker(String path, Object body) {
        return AsGateway.asWorker()
                .contentType("application/json")
                .body(json.write(body))
                .post(path);
    }

    public StudyView submit(StudyRequest study) {
        return as(post("/internal/studies", study), StudyView.class);
    }

    public Storage storage(String id) {
        return as(given().get("/internal/studies/" + id + "/storage"), Storage.class);
    }

    public StudyView study(String id) {
        return as(given().get("/internal/studies/" + id), StudyView.class);
    }

    public TrialView trial(TrialId id) {
        return as(given().get("/internal/trials/" + id), TrialView.class);
    }

    /** All trials of a study, in their order. */
    public List<TrialView> trials(String study) {
        List<TrialView> all = new ArrayList<>();
        String cursor = "";
        do {
            Page<TrialView> page = read(
                    given().get("/internal/studies/" + study + "/trials?limit=500" + cursor), new TypeReference<>() {});
            all.addAll(page.items());
            cursor = page.next() == null ? null : "&cursor=" + page.next();
        } while (cursor != null);
        return all;
    }

    public TrialView awaitState(TrialId id, TrialState state) {
        return await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> trial(id), trial -> trial.state() == state);
    }

    public TrialView awaitCompleted(TrialId id) {
        return awaitState(id, TrialState.COMPLETED);
    }

    public void awaitReason(TrialId id, String reason) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> reason.equals(trial(id).reason()));
    }

    /** The one trial of a new study. */
    public TrialId newTrial() {
        return trials(submitDense(1, null)).getFirst().id();
    }

    /** A study of dense runs alone, with seeds of their own; returns its id. */
    public String submitDense(int trials, Scheduling scheduling) {
        List<Long> seeds = Stream.generate(Platform::newSeed).limit(trials).toList();
        return submit(study(seeds, List.of(), 0, null, scheduling)).id();
    }

    /** The trials of a study that are on offer. */
    public List<String> dispatched(String study) {
        return trials(study).stream()
                .filter(trial -> trial.state() == TrialState.DISPATCHED)
                .map(trial -> trial.id().value())
                .toList();
    }

    /** Nothing that earlier tests left is wanted any more. */
    public void cancelAll() {
        execute("update study.study set cancelled = true where id <> ?", "");
        execute(
                "update study.trial set state = 'cancelled' where id <> ? and state in"
                        + " ('waiting', 'ready', 'dispatched', 'running')",
                "");
    }

    /** As if its worker had been silent for a lease. */
    public void expireLease(TrialId trial) {
        execute("update study.trial set lease_until = now() - interval '1 second' where id = ?", trial.value());
    }

    public void awaitCheckpoint(TrialId trial, int iteration) {
        await().atMost(LIMIT)
                .until(() -> query("select max(iteration) from study.checkpoint where trial = ?", trial.value())
                        == iteration);
    }

    /** Waits until just so many checkpoints of the trial are there. */
    public void awaitCheckpoints(TrialId trial, int count) {
        await().atMost(LIMIT)
                .until(() -> query("select count(*) from study.checkpoint where trial = ?", trial.value()) == count);
    }

    /** Waits until the trial may be claimed, offered or not. */
    public void awaitClaimable(TrialId id) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> query("""
                        select count(*) from study.trial where id = ? and state in ('ready', 'dispatched')
                        and (not_before is null or not_before <= now())""", id.value()) == 1);
    }

    public <T> T as(Response response, Class<T> type) {
        return json.read(response.asString(), type);
    }

    public <T> T read(Response response, TypeReference<T> type) {
        try {
            return mapper.readValue(response.asString(), type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(response.asString(), e);
        }
    }

    public void execute(String sql, String parameter) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** The number that a query with one parameter finds. */
    public long query(String sql, String parameter) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
