package dev.earlyphase.deploy;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import static dev.earlyphase.deploy.YamlFile.each;

/**
 * What a Deployment or a StatefulSet makes pods from.
 *
 * @param name of that
 * @param template its labels and its specification
 */
record Pod(String name, JsonNode template) {
    private static final Set<String> KINDS = Set.of("Deployment", "StatefulSet");

    static List<Pod> among(List<JsonNode> objects) {
        return objects.stream()
                .filter(object -> KINDS.contains(object.path("kind").asText()))
                .map(object -> new Pod(object.at("/metadata/name").asText(), object.at("/spec/template")))
                .toList();
    }

    JsonNode labels() {
        return template.at("/metadata/labels");
    }

    JsonNode spec() {
        return template.path("spec");
    }

    /** There is one in each. */
    JsonNode container() {
        return template.at("/spec/containers/0");
    }

    boolean isOurs() {
        return labels().has("earlyphase.dev/service");
    }

    /** The number of a port that is given by number or by name. */
    int port(JsonNode port) {
        return port.isInt()
                ? port.asInt()
                : each(container().path("ports"))
                        .filter(own -> own.path("name").equals(port))
                        .findFirst()
                        .map(own -> own.path("containerPort").asInt())
                        .orElse(-1);
    }

    List<Integer> ports() {
        return each(container().path("ports"))
                .map(port -> port.path("containerPort").asInt())
                .toList();
    }

    /** The value of a variable that is given as such; empty where there is none. */
    String variable(String name) {
        return each(container().path("env"))
                .filter(variable -> variable.path("name").asText().equals(name))
                .findFirst()
                .map(variable -> variable.path("value").asText())
                .orElse("");
    }
}
