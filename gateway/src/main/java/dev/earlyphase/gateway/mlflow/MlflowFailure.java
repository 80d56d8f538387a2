package dev.earlyphase.gateway.mlflow;

import java.io.Serial;

/** The MLflow server did not answer, or refused. */
final class MlflowFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int NO_ANSWER = 0;

    private final int status;

    MlflowFailure(int status, String reason) {
        super("status " + status + ": " + reason);
        this.status = status;
    }

    MlflowFailure(Exception cause) {
        super("no answer: " + cause, cause);
        this.status = NO_ANSWER;
    }

    /** Whether the server itself is at fault, so that nothing else is worth trying now. */
    boolean isOutage() {
        return status == NO_ANSWER || status >= 500 || status == 401 || status == 403 || status == 429;
    }
}
