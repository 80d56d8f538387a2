package dev.earlyphase.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.Yaml;

/** Reads YAML, merge keys and anchors included. */
final class YamlFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private YamlFile() {}

    /** The documents of a text, without empty ones. */
    static List<JsonNode> documents(String text) {
        List<JsonNode> documents = new ArrayList<>();
        new Yaml().loadAll(text).forEach(document -> {
            if (document != null) {
                documents.add(JSON.valueToTree(document));
            }
        });
        return documents;
    }

    /** The elements of an array, or the values of an object; none where there is neither. */
    static Stream<JsonNode> each(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
