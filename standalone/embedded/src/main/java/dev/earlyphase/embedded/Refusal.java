package dev.earlyphase.embedded;

/** Why the servers do not start, in words for the user, who needs no stack trace. */
final class Refusal extends RuntimeException {

    Refusal(String message) {
        super(message);
    }

    Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
