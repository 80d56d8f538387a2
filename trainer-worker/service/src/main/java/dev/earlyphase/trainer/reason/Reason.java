package dev.earlyphase.trainer.reason;

/** Why something failed, in one line: native libraries put a stack of their own under the first. */
public final class Reason {
    private static final int LONGEST = 500;

    private Reason() {}

    /** The first line that the failure or one of its causes has to say, else the failure's name. */
    public static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                String line = cause.getMessage().strip().lines().findFirst().orElseThrow();
                return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
            }
        }
        return failure.getClass().getSimpleName();
    }
}
