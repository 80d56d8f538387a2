package dev.earlyphase.gateway.problem;

import java.util.List;
import java.util.UUID;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.ForbiddenException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import dev.earlyphase.contracts.error.DomainException;
import dev.earlyphase.contracts.error.DomainException.TooMany;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.error.ErrorKind;
import dev.earlyphase.contracts.error.FieldError;
import dev.earlyphase.contracts.error.Problem;
import dev.earlyphase.gateway.orchestrator.OrchestratorProblem;

/** The one place where exceptions become answers. */
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    RestResponse<Problem> known(DomainException exception) {
        return answer(Problem.of(exception));
    }

    @ServerExceptionMapper
    RestResponse<Problem> tooMany(TooMany exception) {
        return builder(Problem.of(exception))
                .header(HttpHeaders.RETRY_AFTER, exception.seconds())
                .build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> forbidden(ForbiddenException exception) {
        return answer(Problem.of(ErrorKind.REFUSED, "Your role does not allow that.", List.of()));
    }

    @ServerExceptionMapper
    RestResponse<Problem> passedOn(OrchestratorProblem exception) {
        return answer(exception.problem());
    }

    @ServerExceptionMapper
    RestResponse<Problem> orchestratorAway(ProcessingException exception) {
        if (exception.getCause() instanceof JsonProcessingException) {
            return unexpected(exception);
        }
        LOG.warnf("The orchestrator does not answer: %s", exception.getMessage());
        return answer(Problem.of(new Unavailable("The orchestrator does not answer.")));
    }

    @ServerExceptionMapper
    RestResponse<Problem> noSuchPath(NotFoundException exception, UriInfo uri) {
        return answer(Problem.of(new DomainException.NotFound("path", uri.getPath())));
    }

    /** What HTTP itself refuses (405, 406, 415) has no kind of ours; RFC 9457 calls such a type "about:blank". */
    @ServerExceptionMapper
    RestResponse<Problem> http(WebApplicationException exception) {
        var response = exception.getResponse();
        var status = response.getStatusInfo();
        var problem = new Problem(
                "about:blank", status.getReasonPhrase(), status.getStatusCode(), exception.getMessage(), List.of());
        return builder(problem)
                .header(HttpHeaders.ALLOW, response.getHeaderString(HttpHeaders.ALLOW))
                .build();
    }

    /** A study is the only body that is read. */
    @ServerExceptionMapper
    RestResponse<Problem> mediaType(NotSupportedException exception, HttpHeaders headers) {
        var field = new FieldError(
                HttpHeaders.CONTENT_TYPE,
                headers.getHeaderString(HttpHeaders.CONTENT_TYPE),
                MediaType.APPLICATION_JSON + " or application/yaml");
        var status = exception.getResponse().getStatusInfo();
        return answer(new Problem(
                "about:blank", status.getReasonPhrase(), status.getStatusCode(), field.toString(), List.of(field)));
    }

    @ServerExceptionMapper
    RestResponse<Problem> unexpected(Throwable mistake) {
        String reference = UUID.randomUUID().toString();
        LOG.errorf(mistake, "Unexpected, reference %s", reference);
        return answer(Problem.of(
                ErrorKind.INTERNAL, "The gateway's log says more beside the reference " + reference + ".", List.of()));
    }

    private static RestResponse<Problem> answer(Problem problem) {
        return builder(problem).build();
    }

    /** What passes says when to come again. */
    private static ResponseBuilder<Problem> builder(Problem problem) {
        var builder = ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE);
        return problem.status() == ErrorKind.UNAVAILABLE.status()
                ? builder.header(HttpHeaders.RETRY_AFTER, Unavailable.SECONDS)
                : builder;
    }
}
