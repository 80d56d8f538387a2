package dev.earlyphase.cli.exit;

/** Ends a command with a message for the user, no stack trace, and an exit code. */
public final class Failure extends RuntimeException {
    private final ExitCode code;

    public Failure(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    public static Failure ofWork(String message) {
        return new Failure(ExitCode.WORK_FAILED, message);
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
}
