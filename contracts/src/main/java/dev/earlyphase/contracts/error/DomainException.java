package dev.earlyphase.contracts.error;

import java.util.List;
import java.util.stream.Collectors;

/** Everything that the platform refuses or cannot do, as one closed list of kinds. */
public sealed class DomainException extends RuntimeException {
    private final ErrorKind kind;

    private DomainException(ErrorKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** The row of the error table that this belongs to. */
    public final ErrorKind kind() {
        return kind;
    }

    /** The fields at fault; empty unless this is {@link Invalid}. */
    public List<FieldError> fields() {
        return List.of();
    }

    /** What was asked for is not there. */
    public static final class NotFound extends DomainException {
        public NotFound(String what, String id) {
            super(ErrorKind.NOT_FOUND, "There is no " + what + " " + id + ".");
        }
    }

    /** The request contradicts the present state. */
    public static final class Conflict extends DomainException {
        public Conflict(String message) {
            super(ErrorKind.CONFLICT, message);
        }
    }

    /** The request itself is wrong; every field at fault is named. */
    public static final class Invalid extends DomainException {
        private final transient List<FieldError> fields;

        public Invalid(List<FieldError> fields) {
            super(ErrorKind.INVALID, fields.stream().map(FieldError::toString).collect(Collectors.joining("; ")));
            this.fields = List.copyOf(fields);
        }

        public Invalid(String field, Object value, String allowed) {
            this(List.of(new FieldError(field, String.valueOf(value), allowed)));
        }

        @Override
        public List<FieldError> fields() {
            return fields;
        }

        /** The same faults, as seen from the object that holds {@code parent}. */
        public Invalid under(String parent) {
            return new Invalid(fields.stream()
                    .map(f -> new FieldError(parent + "." + f.field(), f.value(), f.allowed()))
                    .toList());
        }
    }

    /** More than the platform takes at once. */
    public static final class TooLarge extends DomainException {
        private final transient List<FieldError> fields;

        public TooLarge(String field, Object value, String allowed) {
            super(ErrorKind.TOO_LARGE, new FieldError(field, String.valueOf(value), allowed).toString());
            this.fields = List.of(new FieldError(field, String.valueOf(value), allowed));
        }

        @Override
        public List<FieldError> fields() {
            return fields;
        }
    }

    /** Whoever asks has shown no token that holds; why is not told. */
    public static final class Unauthenticated extends DomainException {
        public Unauthenticated() {
            super(
                    ErrorKind.UNAUTHENTICATED,
                    "Send an API key or a token of the configured issuer: Authorization: Bearer TOKEN.");
        }
    }

    /** Too many requests in too short a time. */
    public static final class TooMany extends DomainException {
        private final long seconds;

        /** @param seconds after which to try again */
        public TooMany(String message, long seconds) {
            super(ErrorKind.TOO_MANY, message);
            this.seconds = seconds;
        }

        /** After how many seconds to try again. */
        public long seconds() {
            return seconds;
        }
    }

    /** Well-formed and understood, but not for this caller or not now. */
    public static final class Refused extends DomainException {
        public Refused(String message) {
            super(ErrorKind.REFUSED, message);
        }
    }

    /** Something that the platform needs does not answer, or has too much to do. */
    public static final class Unavailable extends DomainException {
        /** After so many seconds it is worth trying again, for all that is known. */
        public static final long SECONDS = 5;

        public Unavailable(String message) {
            super(ErrorKind.UNAVAILABLE, message);
        }
    }
}
