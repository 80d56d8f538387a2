package dev.earlyphase.gateway.mlflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.gateway.mlflow.Tracking.Experiment;

/** Brings a run to where its trial is. What has been written is told by the run's tags, so that any gateway can go on. */
@ApplicationScoped
class TrialMirror {
    static final String TRIAL = "earlyphase.trial";
    /** State and attempt that were mirrored to the end; while it trains, {@code running}. */
    static final String STATE = "earlyphase.state";
    /** The iteration up to which metrics are there. */
    static final String ITERATION = "earlyphase.iteration";

    private static final String ACCURACY = "test_accuracy";
    /** After that a trial is told as it stands, whatever the analyzer still has to read. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Curves curves;
    private final ObjectMapper json;

    TrialMirror(Curves curves, ObjectMapper json) {
        this.curves = curves;
        this.json = json;
    }

    /**
     * Nothing happens when it is there already.
     *
     * @param known the run of the trial, or null
     * @return whether nothing more is to come of this attempt
     */
    boolean mirror(TrialView trial, Run known, Experiment experiment, Tracking tracking) {
        if (trial.started() == null) {
            return trial.state().ended();
        }
        String end = trial.state().id() + " " + trial.attempts();
        if (known != null && end.equals(known.tags().get(STATE))) {
            return true;
        }
        Run run = known != null ? known : create(trial, experiment, tracking);
        int first = Integer.parseInt(run.tags().getOrDefault(ITERATION, "-1")) + 1;
        List<Metric> metrics = new ArrayList<>(curves.of(trial, first));
        long last = metrics.stream().mapToLong(Metric::step).max().orElse(first - 1);
        boolean whole = trial.state().ended() && isWhole(trial, metrics, first);
        if (whole && trial.result() != null) {
            metrics.add(density(trial));
        }
        var tags = new HashMap<String, String>();
        tags.put(STATE, whole ? end : TrialState.RUNNING.id());
        tags.put(ITERATION, Long.toString(last));
        if (whole && trial.provenance() != null) {
            tags.put("earlyphase.engine", trial.provenance().engine());
            tags.put("earlyphase.device", trial.provenance().device());
        }
        Map<String, String> parameters = first == 0 ? Parameters.of(trial, json) : Map.of();
        tracking.log(run, metrics, parameters, tags);
        tracking.status(
                run,
                whole ? status(trial.state()) : "RUNNING",
                whole ? Optional.ofNullable(trial.ended()).map(Instant::toEpochMilli) : Optional.empty());
        return whole;
    }

    private Run create(TrialView trial, Experiment experiment, Tracking tracking) {
        var tags = Map.of(TRIAL, trial.id().value());
        return tracking.create(experiment, name(trial), trial.started().toEpochMilli(), tags);
    }

    /** The analyzer may be behind: a completed trial ends with an evaluation. */
    private static boolean isWhole(TrialView trial, List<Metric> metrics, int first) {
        boolean hasEnd = first > trial.endIteration()
                || metrics.stream()
                        .anyMatch(metric -> metric.key().equals(ACCURACY) && metric.step() == trial.endIteration());
        return hasEnd
                || trial.ended() == null
                || trial.ended().isBefore(Instant.now().minus(PATIENCE));
    }

    private static Metric density(TrialView trial) {
        long at = trial.started().toEpochMilli() + trial.endIteration();
        return new Metric("density", trial.result().density(), at, trial.endIteration());
    }

    /** Such as "seed 0, level 2, 200it, noise:0.5". */
    private static String name(TrialView trial) {
        TrialRole role = trial.role();
        if (role == null) {
            return trial.id().value().substring(0, 8);
        }
        var name = new StringBuilder("seed " + role.seed() + ", level " + role.level());
        for (String part : new String[] {role.rewind(), role.family(), role.variant()}) {
            name.append(part == null ? "" : ", " + part);
        }
        return name.toString();
    }

    private static String status(TrialState state) {
        return switch (state) {
            case WAITING, READY, DISPATCHED, RUNNING -> "RUNNING";
            case COMPLETED -> "FINISHED";
            case DIVERGED, FAILED, BLOCKED -> "FAILED";
            case CANCELLED -> "KILLED";
        };
    }
}
