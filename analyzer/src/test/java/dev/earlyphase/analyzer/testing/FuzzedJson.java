package dev.earlyphase.analyzer.testing;

import java.nio.file.Path;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.earlyphase.analyzer.wire.JsonRecords;

/** Reads records as the service does, without the service. */
public final class FuzzedJson {
    /** Messages of this release. */
    public static final Path MESSAGES = Path.of("../contracts/src/test/resources/golden/messages/present");

    public static final JsonRecords RECORDS = new JsonRecords(JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build());

    private FuzzedJson() {}
}
