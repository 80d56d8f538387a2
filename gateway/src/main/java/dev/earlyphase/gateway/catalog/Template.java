package dev.earlyphase.gateway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A study to begin with.
 *
 * @param name of its file below {@code studies}, without the ending
 * @param about the comment at the file's head
 * @param yaml the file
 * @param study what the file says
 */
public record Template(
        @Schema(description = "Such as laptop/figure-1") String name,
        String about,
        @Schema(description = "As a file with comments") String yaml,

        @Schema(type = SchemaType.OBJECT, description = "The same without comments")
        JsonNode study) {}
