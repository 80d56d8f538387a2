package dev.earlyphase.gateway.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

import dev.earlyphase.contracts.error.Problem;

/** Says of every operation that whatever goes wrong is answered by a problem. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {
    @Override
    public Operation filterOperation(Operation operation) {
        var schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
        var content = OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema));
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("A problem (RFC 9457); docs/errors.md lists the types")
                                .content(content));
        return operation;
    }
}
