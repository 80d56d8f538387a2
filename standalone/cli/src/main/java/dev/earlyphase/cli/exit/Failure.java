package dev.earlyphase.cli.exit;

/** Ends a command with a message for the user, no stack trace, and an exit code. */
public final class Failure extends RuntimeException {
    private final ExitCode code;
    private final boolean conflict;

    public Failure(ExitCode code, String message) {
        this(code, message, false);
    }

    private Failure(ExitCode code, String message, boolean conflict) {
        super(message);
        this.code = code;
        this.conflict = conflict;
    }

    public static Failure ofWork(String message) {
        return new Failure(ExitCode.WORK_FAILED, message);
    }

    /** What was asked for contradicts the present state. */
    public static Failure ofConflict(String message) {
        return new Failure(ExitCode.WORK_FAILED, message, true);
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

    /** The same with advice below it, where it is a conflict; otherwise as it is. */
    public Failure orInConflict(String advice) {
        return conflict ? new Failure(code, getMessage() + System.lineSeparator() + advice, true) : this;
    }
}
