package dev.earlyphase.orchestrator.json;

import java.io.UncheckedIOException;
import java.util.Map;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes our own records as JSON, which cannot fail, and reads back what was so written. */
@Singleton
public class Json {
    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a " + value.getClass().getSimpleName() + " cannot be written", e);
        }
    }

    public <T> T read(String text, Class<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }

    /** Maps, lists, texts, numbers and truth values: what canonical JSON is made of. */
    public Map<String, Object> members(Object value) {
        return mapper.convertValue(value, new TypeReference<>() {});
    }
}
