package dev.earlyphase.cli.api;

import java.util.List;

import dev.earlyphase.cli.exit.ExitCode;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.contracts.error.ErrorKind;
import dev.earlyphase.contracts.error.FieldError;
import dev.earlyphase.contracts.error.Problem;

/** What the API's refusals say to a user. */
final class Rejections {
    private Rejections() {}

    /** The failure for a reply that is not a success: each field at fault with its value and what is allowed. */
    static Failure of(int status, String mediaType, String body) {
        String message = mediaType.startsWith(Problem.MEDIA_TYPE)
                ? text(Json.read(body, Problem.class))
                : "The gateway answered with status " + status + (body.isBlank() ? "" : ": " + body.strip());
        if (status == ErrorKind.UNAUTHENTICATED.status()) {
            return Failure.ofUsage("The gateway does not know you: give it an API key that holds, by " + Token.VARIABLE
                    + " or --key-file. An operator makes one with: earlyphase key make --user NAME --role ROLE");
        }
        if (status == ErrorKind.CONFLICT.status()) {
            return Failure.ofConflict(message);
        }
        return status == ErrorKind.NOT_FOUND.status()
                ? Failure.ofMissing(message)
                : new Failure(ExitCode.ofStatus(status), message);
    }

    private static String text(Problem problem) {
        List<FieldError> errors = problem.errors() == null ? List.of() : problem.errors();
        if (errors.isEmpty()) {
            return problem.detail() == null ? problem.title() : problem.detail();
        }
        var text = new StringBuilder(problem.title()).append(':');
        for (FieldError error : errors) {
            text.append("%n  %s: got %s; allowed: %s".formatted(error.field(), error.value(), error.allowed()));
        }
        return text.toString();
    }
}
