package dev.earlyphase.gateway.archive;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/** What a row of statistics is of; the rest of it is for Postgres to read. */
record RowHead(String trial, int attempt) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String ROW = "a JSON object with trial and attempt";

    /** @throws Invalid where it is not one whole JSON object */
    static RowHead of(String line, String place) {
        try (JsonParser row = JSON.createParser(line)) {
            String trial = null;
            int attempt = 0;
            if (row.nextToken() != JsonToken.START_OBJECT) {
                throw new Invalid(place, "something else", ROW);
            }
            while (row.nextToken() == JsonToken.FIELD_NAME) {
                String field = row.currentName();
                JsonToken value = row.nextToken();
                if (field.equals("trial") && value == JsonToken.VALUE_STRING) {
                    trial = row.getText();
                } else if (field.equals("attempt") && value == JsonToken.VALUE_NUMBER_INT) {
                    attempt = row.getIntValue();
                }
                row.skipChildren();
            }
            if (trial == null || row.nextToken() != null) {
                throw new Invalid(place, "another one", ROW);
            }
            return new RowHead(trial, attempt);
        } catch (IOException e) {
            throw new Invalid(place, "broken JSON", ROW);
        }
    }
}
