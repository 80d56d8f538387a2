package dev.earlyphase.orchestrator.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;

/** Reads JSON in two steps, text to tree to record, so that an error can say where it is and what stands there. */
@Singleton
public class JsonReader {
    private final ObjectMapper mapper;

    JsonReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * What a person wrote: a field that nobody knows is a slip of the pen.
     *
     * @throws Invalid naming the field, its value and what is allowed, or line and column of broken JSON
     */
    public <T> T read(String text, Class<T> type) {
        return read(text, mapper.readerFor(type));
    }

    /**
     * What another service wrote, which may be of the next release while one replaces the other: fields that are not
     * known yet are passed over.
     *
     * @throws Invalid as {@link #read}
     */
    public <T> T readMessage(String text, Class<T> type) {
        return read(text, mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    private <T> T read(String text, ObjectReader reader) {
        JsonNode tree = tree(text);
        Check.that(tree.isObject(), "body", JsonFault.shown(tree), "a JSON object");
        try {
            return reader.readValue(tree);
        } catch (JsonMappingException e) {
            throw new JsonFault(mapper, tree).explain(e);
        } catch (JsonProcessingException e) {
            throw broken(e);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a tree in memory can be read", impossible);
        }
    }

    private JsonNode tree(String text) {
        try {
            JsonNode tree = mapper.readTree(text);
            StorableText.check(tree);
            return tree;
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    private static Invalid broken(JsonProcessingException e) {
        List<String> place = new ArrayList<>(List.of("broken JSON"));
        if (e.getLocation() != null) {
            place.add("at line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        }
        return new Invalid("body", String.join(" ", place), "well-formed JSON; " + e.getOriginalMessage());
    }
}
