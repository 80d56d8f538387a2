package dev.earlyphase.gateway.api;

import java.util.List;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

import dev.earlyphase.contracts.error.Problem;

/** What the classes cannot say of themselves in the OpenAPI description. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Amendments implements OASFilter {
    /** Whatever goes wrong is answered by a problem. */
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

    /** The recipe's name stands beside its fields, and some of them have no default. */
    @Override
    public void filterOpenAPI(OpenAPI api) {
        var name = OASFactory.createSchema().addType(Schema.SchemaType.STRING).addEnumeration("imp-rewinding");
        api.getComponents()
                .getSchemas()
                .get("ImpRewinding")
                .addProperty("recipe", name)
                .required(List.of("recipe", "network", "dataset", "seeds", "levels"));
    }
}
