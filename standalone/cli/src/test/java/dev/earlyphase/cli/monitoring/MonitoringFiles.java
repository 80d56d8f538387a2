package dev.earlyphase.cli.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** What lies in {@code deploy/monitoring}. */
public final class MonitoringFiles {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path FOLDER = ROOT.resolve("deploy/monitoring");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    private MonitoringFiles() {}

    /** The dashboards by their file names. */
    static List<Dashboard> dashboards() {
        return filesIn(FOLDER.resolve("grafana/dashboards"))
                .map(file -> new Dashboard(file.getFileName().toString(), read(JSON, file)))
                .toList();
    }

    static JsonNode yaml(String file) {
        return read(YAML, FOLDER.resolve(file));
    }

    /** Recording rules and alerts. */
    static Stream<JsonNode> rules() {
        return Stream.of("rules/recording.yml", "rules/alerts.yml")
                .flatMap(file -> yaml(file).findValues("rules").stream())
                .flatMap(MonitoringFiles::each);
    }

    /** Every expression that Prometheus is asked. */
    public static List<String> expressions() {
        return Stream.concat(
                        rules().map(rule -> rule.get("expr").asText()),
                        dashboards().stream().flatMap(dashboard -> dashboard.expressions().stream()))
                .toList();
    }

    /** The names that recording rules give. */
    public static List<String> recorded() {
        return rules().filter(rule -> rule.has("record"))
                .map(rule -> rule.get("record").asText())
                .toList();
    }

    /** Every query that Postgres is asked. */
    public static List<String> queries() {
        return dashboards().stream()
                .flatMap(dashboard -> dashboard.queries().stream())
                .toList();
    }

    static Stream<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
