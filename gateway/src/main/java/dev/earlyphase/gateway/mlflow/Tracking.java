package dev.earlyphase.gateway.mlflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Experiments and runs, found again by their tags, so that nobody's renaming doubles them. */
final class Tracking {
    /** As many as MLflow takes at once. */
    static final int MOST_METRICS = 1_000;

    private static final int MOST_PARAMETERS = 100;
    private static final int LONGEST_PAGE = 1_000;

    private final MlflowServer server;

    Tracking(MlflowServer server) {
        this.server = server;
    }

    /**
     * An experiment.
     *
     * @param active false when somebody has deleted it over there
     */
    record Experiment(String id, boolean active, Map<String, String> tags) {}

    Optional<Experiment> experiment(String tag, String value) {
        var found = server.post(
                        "experiments/search",
                        Map.of("filter", "tags.`" + tag + "` = '" + value + "'", "view_type", "ALL", "max_results", 1))
                .path("experiments")
                .path(0);
        return found.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Experiment(
                        found.path("experiment_id").asText(),
                        found.path("lifecycle_stage").asText().equals("active"),
                        tags(found.path("tags"))));
    }

    Experiment create(String name, Map<String, String> tags) {
        String id = server.post("experiments/create", Map.of("name", name, "tags", pairs(tags)))
                .path("experiment_id")
                .asText();
        return new Experiment(id, true, tags);
    }

    void tag(Experiment experiment, String key, String value) {
        server.post(
                "experiments/set-experiment-tag", Map.of("experiment_id", experiment.id(), "key", key, "value", value));
    }

    /** Those that have a tag, by its value. */
    Map<String, Run> runs(Experiment experiment, String tag) {
        var runs = new HashMap<String, Run>();
        var query = new HashMap<String, Object>();
        query.put("experiment_ids", List.of(experiment.id()));
        query.put("max_results", LONGEST_PAGE);
        query.put("run_view_type", "ALL");
        do {
            JsonNode page = server.post("runs/search", query);
            page.path("runs").forEach(found -> {
                Run run = run(found);
                if (run.tags().containsKey(tag)) {
                    runs.put(run.tags().get(tag), run);
                }
            });
            query.put("page_token", page.path("next_page_token").asText(""));
        } while (!query.get("page_token").equals(""));
        return runs;
    }

    Run create(Experiment experiment, String name, long started, Map<String, String> tags) {
        return run(server.post(
                        "runs/create",
                        Map.of(
                                "experiment_id",
                                experiment.id(),
                                "run_name",
                                name,
                                "start_time",
                                started,
                                "tags",
                                pairs(tags)))
                .path("run"));
    }

    /** The tags go with the last values: whoever finds them finds all values. */
    void log(Run run, List<Metric> metrics, Map<String, String> parameters, Map<String, String> tags) {
        var rest = new ArrayList<>(pairs(parameters));
        for (int from = 0; from < rest.size(); from += MOST_PARAMETERS) {
            var part = rest.subList(from, Math.min(rest.size(), from + MOST_PARAMETERS));
            server.post("runs/log-batch", Map.of("run_id", run.id(), "params", part));
        }
        for (int from = 0; from < metrics.size(); from += MOST_METRICS) {
            var part = metrics.subList(from, Math.min(metrics.size(), from + MOST_METRICS));
            server.post("runs/log-batch", Map.of("run_id", run.id(), "metrics", part));
        }
        server.post("runs/log-batch", Map.of("run_id", run.id(), "tags", pairs(tags)));
    }

    void status(Run run, String status, Optional<Long> ended) {
        var change = new HashMap<String, Object>(Map.of("run_id", run.id(), "status", status));
        ended.ifPresent(at -> change.put("end_time", at));
        server.post("runs/update", change);
    }

    void artifact(Run run, String name, String mediaType, byte[] content) {
        server.put(run.path(name), mediaType, content);
    }

    private static Run run(JsonNode run) {
        return new Run(
                run.at("/info/run_id").asText(), run.at("/info/artifact_uri").asText(), tags(run.at("/data/tags")));
    }

    private static Map<String, String> tags(JsonNode pairs) {
        var tags = new HashMap<String, String>();
        pairs.forEach(
                pair -> tags.put(pair.path("key").asText(), pair.path("value").asText()));
        return tags;
    }

    private static List<Map<String, String>> pairs(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Map.of("key", tag.getKey(), "value", tag.getValue()))
                .toList();
    }
}
