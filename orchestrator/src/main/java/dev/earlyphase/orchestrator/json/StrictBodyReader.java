package dev.earlyphase.orchestrator.json;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import dev.earlyphase.contracts.claim.ClaimRequest;
import dev.earlyphase.contracts.claim.Heartbeat;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.TooLarge;
import dev.earlyphase.orchestrator.Settings;

/** Bodies of requests: of limited size, and read strictly where a person wrote them. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class StrictBodyReader implements MessageBodyReader<Object> {
    /** From workers, which may be of the next release. */
    private static final Set<Class<?>> MESSAGES = Set.of(ClaimRequest.class, Heartbeat.class);

    private final JsonReader json;
    private final int limit;

    StrictBodyReader(JsonReader json, Settings settings) {
        this.json = json;
        this.limit = settings.study().maxBody();
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new TooLarge("body", "more than " + limit + " bytes", "at most " + limit + " bytes");
        }
        Check.that(bytes.length > 0, "body", "nothing", "a JSON object");
        String text = new String(bytes, StandardCharsets.UTF_8);
        return MESSAGES.contains(type) ? json.readMessage(text, type) : json.read(text, type);
    }
}
