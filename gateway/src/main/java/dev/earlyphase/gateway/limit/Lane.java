package dev.earlyphase.gateway.limit;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.earlyphase.gateway.format.Format;

/** Requests that are counted together. Event streams, which last, are counted by who serves them. */
enum Lane {
    DOWNLOADS("downloads"),
    REQUESTS("requests");

    private static final String API = "/api/";
    private static final Pattern STREAM = Pattern.compile("/studies/[^/]+/events/?$");
    private static final Pattern FILE = Pattern.compile("/archive/?$|\\.(csv|parquet)$");
    private static final Pattern FORMAT = Pattern.compile("(^|&)format=(csv|parquet)(&|$)");

    private final String words;

    Lane(String words) {
        this.words = words;
    }

    /** In the plural, for a sentence. */
    String words() {
        return words;
    }

    /**
     * Empty for what is not of the API, or lasts.
     *
     * @param query null where there is none; likewise the header
     */
    static Optional<Lane> of(String path, String query, String accept) {
        if (!path.startsWith(API) || STREAM.matcher(path).find()) {
            return Optional.empty();
        }
        boolean download = FILE.matcher(path).find()
                || query != null && FORMAT.matcher(query).find()
                || accept != null && (accept.contains(Format.CSV_TYPE) || accept.contains(Format.PARQUET_TYPE));
        return Optional.of(download ? DOWNLOADS : REQUESTS);
    }
}
