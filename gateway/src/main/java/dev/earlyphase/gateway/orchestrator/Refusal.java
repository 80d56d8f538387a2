package dev.earlyphase.gateway.orchestrator;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.error.ErrorKind;
import dev.earlyphase.contracts.error.Problem;

/** Turns an answer of status 400 and above into the exception that says so. */
public final class Refusal implements ResponseExceptionMapper<RuntimeException> {
    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

    @Override
    public RuntimeException toThrowable(Response response) {
        if (response.getStatus() == ErrorKind.UNAUTHENTICATED.status()) {
            return new Unavailable("The orchestrator does not know this gateway: EARLYPHASE_ACCESS_GATEWAY_KEY must be"
                    + " the same for both.");
        }
        if (!PROBLEM.isCompatible(response.getMediaType())) {
            return new Unavailable("The orchestrator answered with status " + response.getStatus() + ".");
        }
        try {
            return new OrchestratorProblem(response.readEntity(Problem.class));
        } catch (ProcessingException unreadable) {
            return new Unavailable("The orchestrator's answer of status " + response.getStatus() + " cannot be read.");
        }
    }
}
