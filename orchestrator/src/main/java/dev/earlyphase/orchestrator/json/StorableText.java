package dev.earlyphase.orchestrator.json;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earlyphase.contracts.error.Check;

/** That all text in a tree is such as Postgres can hold, wherever it will be stored. */
final class StorableText {
    private StorableText() {}

    /** @throws dev.earlyphase.contracts.error.DomainException.Invalid with the path of the first that is not */
    static void check(JsonNode tree) {
        String fault = fault(tree);
        Check.that(fault == null, fault, "other characters", Check.STORABLE);
    }

    /** The path of the first, or null; put together on the way back, for long paths are costly. */
    private static String fault(JsonNode node) {
        if (node.isTextual()) {
            return Check.isStorable(node.textValue()) ? null : "";
        }
        for (var member : node.properties()) {
            if (!Check.isStorable(member.getKey())) {
                return "a name";
            }
            String inner = fault(member.getValue());
            if (inner != null) {
                return member.getKey() + (inner.isEmpty() || inner.startsWith("[") ? "" : ".") + inner;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            String inner = fault(node.get(i));
            if (inner != null) {
                return "[" + i + "]" + (inner.isEmpty() || inner.startsWith("[") ? "" : ".") + inner;
            }
        }
        return null;
    }
}
