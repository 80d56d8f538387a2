package dev.earlyphase.analyzer.wire;

import java.io.IOException;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;

/** Reads the value of a record. */
@ApplicationScoped
public class JsonRecords {
    private final ObjectMapper json;

    public JsonRecords(ObjectMapper json) {
        this.json = json;
    }

    /** @throws Invalid where the value is not JSON of this type */
    public <T> T read(byte[] value, Class<T> type) {
        String allowed = "a " + type.getSimpleName() + " in JSON";
        Check.given(value, "value", allowed);
        try {
            return Check.given(json.readValue(value, type), "value", allowed);
        } catch (JsonProcessingException e) {
            throw e.getCause() instanceof Invalid invalid
                    ? invalid
                    : new Invalid("value", e.getOriginalMessage(), allowed);
        } catch (IOException garbled) {
            // Bytes that are no text in any of the encodings that JSON may have.
            throw new Invalid("value", garbled.getMessage(), allowed);
        }
    }
}
