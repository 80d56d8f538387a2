package dev.earlyphase.orchestrator.json;

import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** JSON as the service reads and writes it, without the service. */
public final class FuzzedJson {
    /** Messages of this release. */
    public static final Path MESSAGES = Path.of("../contracts/src/test/resources/golden/messages/present");

    public static final ObjectMapper MAPPER = strict();
    public static final JsonReader READER = new JsonReader(MAPPER);

    private FuzzedJson() {}

    private static ObjectMapper strict() {
        var mapper =
                new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        new StrictJson().customize(mapper);
        return mapper;
    }
}
