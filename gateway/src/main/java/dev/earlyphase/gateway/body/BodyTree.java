package dev.earlyphase.gateway.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;

/**
 * A body written down in JSON or YAML, read into a tree. What the tree means is the orchestrator's to check, its form
 * is checked here: one object, its names different, at most {@value #DEEPEST} levels deep, and in YAML no aliases.
 */
public final class BodyTree {
    private static final int DEEPEST = 50;
    private static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .loaderOptions(yamlLimits())
            .streamReadConstraints(CONSTRAINTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectReader TREE = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    private BodyTree() {}

    /** @param type decides between the two; without one it is YAML, of which JSON is a part */
    public static JsonNode parse(String text, MediaType type) {
        return type != null && type.getSubtype().equals("json") ? json(text) : yaml(text);
    }

    static JsonNode json(String text) {
        try (var parser = JSON.createParser(text)) {
            return tree(parser, "well-formed JSON");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static JsonNode yaml(String text) {
        try (var parser = new AliasRefusal(YAML.createParser(text))) {
            return tree(parser, "well-formed YAML without aliases");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode tree(JsonParser parser, String allowed) throws IOException {
        try {
            JsonNode tree = TREE.readTree(parser);
            Check.that(tree != null && tree.isObject(), "body", kind(tree), "an object");
            return tree;
        } catch (JsonProcessingException malformed) {
            throw new Invalid("body", fault(parser, malformed), allowed);
        }
    }

    private static String kind(JsonNode tree) {
        return tree == null || tree.isMissingNode()
                ? "nothing"
                : "a single " + tree.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /** Where and what; SnakeYAML knows the place of a fault better than the reader around it. */
    private static String fault(JsonParser parser, JsonProcessingException malformed) {
        if (malformed.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            var mark = yaml.getProblemMark();
            return at(mark.getLine() + 1, mark.getColumn() + 1, yaml.getProblem());
        }
        JsonLocation place = malformed.getLocation() == null ? parser.currentLocation() : malformed.getLocation();
        return at(place.getLineNr(), place.getColumnNr(), malformed.getOriginalMessage());
    }

    private static String at(int line, int column, String what) {
        return what + " at line " + line + ", column " + column;
    }

    private static LoaderOptions yamlLimits() {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(BodyText.MOST_BYTES);
        limits.setNestingDepthLimit(DEEPEST);
        return limits;
    }
}
