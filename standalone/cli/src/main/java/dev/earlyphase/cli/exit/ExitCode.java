package dev.earlyphase.cli.exit;

/** What the shell learns of a command's end. */
public enum ExitCode {
    OK(0),
    /** The work itself failed: a trial failed, a service died, the platform refused. */
    WORK_FAILED(1),
    /** The command, or the file that it was given, is wrong. */
    WRONG_USAGE(2),
    /** Nothing runs, or what runs does not answer. */
    NOT_REACHABLE(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The exit code for an HTTP status that is not a success. */
    public static ExitCode ofStatus(int status) {
        return switch (status) {
            case 400, 413, 415 -> WRONG_USAGE;
            case 502, 503, 504 -> NOT_REACHABLE;
            default -> WORK_FAILED;
        };
    }
}
