package dev.earlyphase.cli.monitoring;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** A dashboard of Grafana. */
record Dashboard(String file, JsonNode json) {
    /** All panels, rows among them. */
    List<JsonNode> panels() {
        return MonitoringFiles.each(json.get("panels")).toList();
    }

    /** The panels that show something. */
    List<JsonNode> views() {
        return panels().stream()
                .filter(panel -> !panel.get("type").asText().equals("row"))
                .toList();
    }

    List<String> expressions() {
        return targets("expr").toList();
    }

    /** Those of its panels, and those that find the values of its variables. */
    List<String> queries() {
        return Stream.concat(
                        targets("rawSql"),
                        MonitoringFiles.each(json.at("/templating/list"))
                                .map(variable -> variable.get("query"))
                                .filter(JsonNode::isTextual)
                                .map(JsonNode::asText))
                .toList();
    }

    private Stream<String> targets(String key) {
        return views().stream()
                .flatMap(panel -> MonitoringFiles.each(panel.get("targets")))
                .filter(target -> target.has(key))
                .map(target -> target.get(key).asText());
    }
}
