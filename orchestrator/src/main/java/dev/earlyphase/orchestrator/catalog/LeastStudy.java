package dev.earlyphase.orchestrator.catalog;

import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.study.StudyRequest;

/** The study of a recipe in which everything is left out that can be: it shows what must be given and what is usual. */
final class LeastStudy {
    private final Set<String> required;
    private final JsonNode filled;

    private LeastStudy(Set<String> required, JsonNode filled) {
        this.required = required;
        this.filled = filled;
    }

    /** Gives one field after the other for which the recipe asks. */
    static LeastStudy of(ObjectMapper mapper, Recipe recipe) {
        var sample = mapper.createObjectNode();
        sample.put("network", "lenet-300-100").put("dataset", "mnist").put("levels", 1);
        sample.putArray("seeds").add(0);
        sample.putArray("rewind").add("0it");
        ObjectNode given = mapper.createObjectNode().put("recipe", recipe.id());
        var required = new TreeSet<String>();
        while (true) {
            try {
                var study = mapper.treeToValue(given, StudyRequest.class);
                return new LeastStudy(required, mapper.valueToTree(study));
            } catch (JsonProcessingException refused) {
                String field = fieldAtFault(refused);
                if (!sample.has(field) || !required.add(field)) {
                    throw new IllegalStateException("no sample of " + field + " for " + recipe.id(), refused);
                }
                given.set(field, sample.get(field));
            }
        }
    }

    boolean requires(String path) {
        return required.contains(path);
    }

    /** Null where nothing was filled in, or only because it had to be given. */
    JsonNode usual(String path) {
        JsonNode value = filled.at("/" + path.replace('.', '/'));
        return required.contains(path) || value.isMissingNode() || value.isNull() ? null : value;
    }

    private static String fieldAtFault(JsonProcessingException refused) {
        if (refused.getCause() instanceof Invalid invalid) {
            return invalid.fields().getFirst().field();
        }
        throw new IllegalStateException(refused);
    }
}
