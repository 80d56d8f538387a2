package dev.earlyphase.gateway.mlflow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** As much of an MLflow tracking server as is talked to, in memory, with its limits. */
final class FakeMlflow implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    record Experiment(String id, String name, Map<String, String> tags) {}

    static final class Run {
        final String id;
        final String name;
        final Map<String, String> tags = new TreeMap<>();
        final Map<String, String> parameters = new TreeMap<>();
        final List<Metric> metrics = new ArrayList<>();
        String status = "RUNNING";

        Run(String id, String name) {
            this.id = id;
            this.name = name;
        }

        List<Long> steps(String key) {
            return metrics.stream()
                    .filter(metric -> metric.key().equals(key))
                    .map(Metric::step)
                    .toList();
        }
    }

    final Map<String, Experiment> experiments = new LinkedHashMap<>();
    final Map<String, Run> runs = new LinkedHashMap<>();
    final Map<String, byte[]> artifacts = new TreeMap<>();
    /** So many requests are answered well; all after them are refused. */
    int patience = Integer.MAX_VALUE;

    int requests;
    String authorization;
    private final HttpServer server;

    FakeMlflow() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            boolean gone = ++requests > patience;
            String path = exchange.getRequestURI().getPath();
            Object answer = gone ? null : answer(path, body);
            byte[] text = JSON.writeValueAsBytes(answer == null ? Map.of("error_code", "REFUSED") : answer);
            exchange.sendResponseHeaders(gone ? 503 : answer == null ? 400 : 200, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    /** Null for what is refused. */
    private Object answer(String path, byte[] body) throws IOException {
        String artifact = "/api/2.0/mlflow-artifacts/artifacts/";
        if (path.startsWith(artifact)) {
            artifacts.put(path.substring(artifact.length()), body);
            return Map.of();
        }
        JsonNode said = JSON.readTree(body);
        return switch (path.substring("/api/2.0/mlflow/".length())) {
            case "experiments/search" ->
                Map.of(
                        "experiments",
                        experiments.values().stream()
                                .filter(found -> said.path("filter")
                                        .asText()
                                        .contains(found.tags().get("earlyphase.study")))
                                .map(found -> Map.of(
                                        "experiment_id",
                                        found.id(),
                                        "lifecycle_stage",
                                        "active",
                                        "tags",
                                        pairs(found.tags())))
                                .toList());
            case "experiments/create" -> {
                String id = Integer.toString(experiments.size() + 1);
                experiments.put(id, new Experiment(id, said.path("name").asText(), tags(said.path("tags"))));
                yield Map.of("experiment_id", id);
            }
            case "experiments/set-experiment-tag" -> {
                experiments
                        .get(said.path("experiment_id").asText())
                        .tags()
                        .put(said.path("key").asText(), said.path("value").asText());
                yield Map.of();
            }
            case "runs/search" ->
                Map.of("runs", runs.values().stream().map(FakeMlflow::shown).toList());
            case "runs/create" -> {
                var run = new Run("r" + runs.size(), said.path("run_name").asText());
                run.tags.putAll(tags(said.path("tags")));
                runs.put(run.id, run);
                yield Map.of("run", shown(run));
            }
            case "runs/update" -> {
                runs.get(said.path("run_id").asText()).status =
                        said.path("status").asText();
                yield Map.of();
            }
            case "runs/log-batch" -> log(runs.get(said.path("run_id").asText()), said);
            default -> null;
        };
    }

    private static Object log(Run run, JsonNode said) {
        if (said.path("metrics").size() > 1_000 || said.path("params").size() > 100) {
            return null;
        }
        for (var parameter : tags(said.path("params")).entrySet()) {
            String before = run.parameters.putIfAbsent(parameter.getKey(), parameter.getValue());
            if (before != null && !before.equals(parameter.getValue())) {
                return null;
            }
        }
        said.path("metrics").forEach(value -> {
            var metric = JSON.convertValue(value, Metric.class);
            if (!run.metrics.contains(metric)) {
                run.metrics.add(metric);
            }
        });
        run.tags.putAll(tags(said.path("tags")));
        return Map.of();
    }

    private static Map<String, ?> shown(Run run) {
        return Map.of(
                "info", Map.of("run_id", run.id, "artifact_uri", "mlflow-artifacts:/1/" + run.id + "/artifacts"),
                "data", Map.of("tags", pairs(run.tags)));
    }

    private static Map<String, String> tags(JsonNode pairs) {
        var tags = new TreeMap<String, String>();
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
