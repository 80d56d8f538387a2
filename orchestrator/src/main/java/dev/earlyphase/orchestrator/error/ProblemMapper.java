package dev.earlyphase.orchestrator.error;

import java.util.List;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import io.quarkus.logging.Log;
import io.quarkus.security.ForbiddenException;

import dev.earlyphase.contracts.error.DomainException;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.error.ErrorKind;
import dev.earlyphase.contracts.error.Problem;

/** Whatever a request ends in, the answer is a problem detail. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
        Problem problem = problem(failure);
        var response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.status() == ErrorKind.UNAVAILABLE.status()
                ? response.header(HttpHeaders.RETRY_AFTER, Unavailable.SECONDS).build()
                : response.build();
    }

    private static Problem problem(Throwable failure) {
        return switch (failure) {
            case DomainException known -> Problem.of(known);
            case ForbiddenException forbidden ->
                Problem.of(ErrorKind.REFUSED, "The role of this key does not allow that.", List.of());
            case WebApplicationException http -> ofStatus(http.getResponse().getStatusInfo(), http.getMessage());
            default -> unexpected(failure);
        };
    }

    private static Problem unexpected(Throwable failure) {
        if (Outage.isAbsence(failure)) {
            Log.warnf("Postgres does not answer: %s", failure.getMessage());
            return Problem.of(ErrorKind.UNAVAILABLE, "Postgres does not answer; try again later.", List.of());
        }
        Log.error("A request failed unexpectedly", failure);
        return Problem.of(ErrorKind.INTERNAL, "The log of the orchestrator says more.", List.of());
    }

    /** What HTTP itself refuses: an unknown path, method or media type. */
    private static Problem ofStatus(Response.StatusType status, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, List.of());
    }
}
