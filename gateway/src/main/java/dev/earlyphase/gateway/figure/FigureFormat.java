package dev.earlyphase.gateway.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/** How a figure can be written down. */
enum FigureFormat {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    CSV(new MediaType("text", "csv", "UTF-8")),
    SVG(new MediaType("image", "svg+xml", "UTF-8")),
    PNG(new MediaType("image", "png"));

    private final MediaType mediaType;

    FigureFormat(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** As in file names and in the query parameter {@code format}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one that was asked for: by query parameter, else by the ending of the path, else the first of the media types
     * that the client accepts which is one of ours.
     *
     * @param format the query parameter, or null
     * @param ending of the path, with its full stop; may be empty
     */
    static FigureFormat choose(String format, String ending, List<MediaType> accepted) {
        if (format != null) {
            return of(format).orElseThrow(() -> new Invalid("format", format, "json, csv, svg or png"));
        }
        if (!ending.isEmpty()) {
            return of(ending.substring(1))
                    .orElseThrow(() ->
                            new Invalid("figure", ending, "a name without ending, or with .json, .csv, .svg or .png"));
        }
        return accepted.stream()
                .flatMap(type -> Arrays.stream(values()).filter(ours -> ours.mediaType.isCompatible(type)))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }

    private static Optional<FigureFormat> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }
}
