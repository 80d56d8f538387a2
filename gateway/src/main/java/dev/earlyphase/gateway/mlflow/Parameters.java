package dev.earlyphase.gateway.mlflow;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.study.TrialView;

/** A trial's specification and role as the flat names and texts that MLflow knows. */
final class Parameters {
    private Parameters() {}

    /** Such as {@code training.learningRate}; a list is written as JSON. */
    static Map<String, String> of(TrialView trial, ObjectMapper json) {
        var flat = new TreeMap<String, String>();
        add("", json.valueToTree(trial.spec()), flat);
        TrialRole role = trial.role();
        if (role != null) {
            add("study", json.valueToTree(role), flat);
        }
        return flat;
    }

    private static void add(String name, JsonNode value, Map<String, String> flat) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field ->
                            add(name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), flat));
        } else if (!value.isNull()) {
            flat.put(name, value.isTextual() ? value.asText() : value.toString());
        }
    }
}
