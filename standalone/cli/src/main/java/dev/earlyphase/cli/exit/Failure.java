package dev.earlyphase.cli.exit;

/** Ends a command with a message for the user, no stack trace, and an exit code. */
public final class Failure extends RuntimeException {
    private final ExitCode code;
    private final Kind kind;

    private enum Kind {
        CONFLICT,
        MISSING,
        OTHER
    }

    public Failure(ExitCode code, String message) {
        this(code, message, Kind.OTHER);
    }

    private Failure(ExitCode code, String message, Kind kind) {
        super(message);
        this.code = code;
        this.kind = kind;
    }

    public static Failure ofWork(String message) {
        return new Failure(ExitCode.WORK_FAILED, message);
    }

    /** What was asked for contradicts the present state. */
    public static Failure ofConflict(String message) {
        return new Failure(ExitCode.WORK_FAILED, message, Kind.CONFLICT);
    }

    /** There is no such thing. */
    public static Failure ofMissing(String message) {
        return new Failure(ExitCode.WORK_FAILED, message, Kind.MISSING);
    }

    public static Failure ofUsage(String message) {
        return new Failure(ExitCode.WRONG_USAGE, message);
    }

    public static Failure notReachable(String message) {
        return new Failure(ExitCode.NOT_REACHABLE, message);
    }

    public ExitCode code() {
        return code;
    }

    public boolean isNotFound() {
        return kind == Kind.MISSING;
    }

    /** The same with advice below it, where it is a conflict; otherwise as it is. */
    public Failure orInConflict(String advice) {
        return kind == Kind.CONFLICT ? new Failure(code, getMessage() + System.lineSeparator() + advice, kind) : this;
    }
}
