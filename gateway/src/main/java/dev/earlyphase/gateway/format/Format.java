package dev.earlyphase.gateway.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.gateway.table.Table;

/** How a result can be written down. */
public enum Format {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    CSV(new MediaType("text", "csv", "UTF-8")),
    PARQUET(new MediaType("application", "vnd.apache.parquet")),
    SVG(new MediaType("image", "svg+xml", "UTF-8")),
    PNG(new MediaType("image", "png"));

    public static final String CSV_TYPE = "text/csv";
    public static final String PARQUET_TYPE = "application/vnd.apache.parquet";
    /** What is said of the query parameter. */
    public static final String PARAMETER = "Default: by the path's ending, else by the Accept header";

    /** Of data, the usual one first. */
    public static final List<Format> DATA = List.of(JSON, CSV, PARQUET);

    private final MediaType mediaType;

    Format(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** As in file names and in the query parameter {@code format}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that a query parameter or the ending of a path names. */
    public static Format of(String id, List<Format> offered) {
        return find(id, offered).orElseThrow(() -> new Invalid("format", id, ids(offered)));
    }

    public static Optional<Format> find(String id, List<Format> offered) {
        return offered.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /**
     * The one that was asked for: by query parameter, else the first of the media types that the client accepts which is
     * one of ours.
     *
     * @param id the query parameter, or null
     * @param offered the usual one first
     */
    public static Format choose(String id, List<MediaType> accepted, List<Format> offered) {
        if (id != null) {
            return of(id, offered);
        }
        return accepted.stream()
                .flatMap(type -> offered.stream().filter(ours -> ours.mediaType.isCompatible(type)))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }

    /** The table in this format, written to the client as its rows are found. */
    public Response answer(Table table) {
        StreamingOutput written =
                switch (this) {
                    case CSV -> table::writeCsv;
                    case PARQUET -> table::writeParquet;
                    case JSON, SVG, PNG -> throw new IllegalArgumentException(this + " is not for tables");
                };
        return Response.ok(written, mediaType).build();
    }

    /** In words: "json, csv or parquet". */
    public static String ids(List<Format> offered) {
        String last = offered.getLast().id();
        return offered.stream().limit(offered.size() - 1).map(Format::id).collect(Collectors.joining(", ")) + " or "
                + last;
    }
}
