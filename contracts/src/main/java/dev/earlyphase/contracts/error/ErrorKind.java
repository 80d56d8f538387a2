package dev.earlyphase.contracts.error;

/** The one table from kind of error to its problem type (RFC 9457) and HTTP status. */
public enum ErrorKind {
    INVALID("invalid", "The request is not valid", 400),
    UNAUTHENTICATED("unauthenticated", "A valid token is needed", 401),
    REFUSED("refused", "The request is refused", 403),
    NOT_FOUND("not-found", "There is no such thing", 404),
    CONFLICT("conflict", "The request contradicts the present state", 409),
    TOO_LARGE("too-large", "The request is too large", 413),
    TOO_MANY("too-many", "That is too much at once", 429),
    INTERNAL("internal", "Something went wrong on our side", 500),
    UNAVAILABLE("unavailable", "Something the platform needs does not answer", 503);

    private final String slug;
    private final String title;
    private final int status;

    ErrorKind(String slug, String title, int status) {
        this.slug = slug;
        this.title = title;
        this.status = status;
    }

    /** The problem type, a relative URI that docs/errors.md explains. */
    public String type() {
        return "/errors/" + slug;
    }

    public String title() {
        return title;
    }

    public int status() {
        return status;
    }
}
