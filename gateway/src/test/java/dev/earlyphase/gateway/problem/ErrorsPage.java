package dev.earlyphase.gateway.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.error.ErrorKind;

/** Writes docs/errors.md from {@link ErrorKind}. */
final class ErrorsPage {
    private static final String HEAD = """
            # Errors

            Generated from `ErrorKind` in `contracts`; write it anew with
            `mvn -pl gateway test -Dtest=ErrorsPageTest -Dearlyphase.write-docs=true`.

            Every error is a problem detail (RFC 9457), `application/problem+json`:

            ```json
            {
              "type": "/errors/invalid",
              "title": "The request is not valid",
              "status": 400,
              "detail": "levels: got -1; allowed: a whole number from 0 to 100",
              "errors": [{"field": "levels", "value": "-1", "allowed": "a whole number from 0 to 100"}]
            }
            ```

            `errors` names every field at fault; it is left out where no field is. What HTTP itself refuses (405, 406, 415)
            has the type `about:blank` and the title of its status.

            | type | status | title | when |
            |---|---|---|---|
            """;

    private ErrorsPage() {}

    static String text() {
        return HEAD + Arrays.stream(ErrorKind.values()).map(ErrorsPage::row).collect(Collectors.joining());
    }

    private static String row(ErrorKind kind) {
        return "| `%s` | %d | %s | %s |%n".formatted(kind.type(), kind.status(), kind.title(), when(kind));
    }

    private static String when(ErrorKind kind) {
        return switch (kind) {
            case INVALID -> "A body, a field or a parameter is not as it must be. Send it again as `allowed` says.";
            case UNAUTHENTICATED ->
                "No token was sent, or none that holds; why is not told. `WWW-Authenticate` names the scheme.";
            case REFUSED -> "The caller's role does not allow it, or what it would end belongs to another user.";
            case NOT_FOUND -> "No study, trial, checkpoint, figure or path of this name is there.";
            case CONFLICT -> "The request contradicts the present state, such as a claim of a trial that another has.";
            case TOO_LARGE -> "A body over 1 MB, or a study of more trials than the platform is configured to take.";
            case TOO_MANY ->
                "More submissions than a user may make at once. `Retry-After` says in how many seconds to try.";
            case INTERNAL -> "A mistake of ours. The log of the service that is named says more.";
            case UNAVAILABLE ->
                "The orchestrator or Postgres does not answer, or as much is at work as may be at once. Try again after"
                        + " the seconds that `Retry-After` says; nothing was changed.";
        };
    }
}
