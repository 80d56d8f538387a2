package dev.earlyphase.gateway.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

import dev.earlyphase.contracts.error.Problem;
import dev.earlyphase.contracts.study.StudyRequest;

/** What the classes cannot say of themselves in the OpenAPI description. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Amendments implements OASFilter {
    /** Those for whose rounds of pruning there is no default. */
    private static final Set<String> BY_LEVELS = Set.of("ImpRewinding", "PerturbedRuns", "Pretraining");

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

    /** Each kind of study names its recipes, and some of its fields have no default. */
    @Override
    public void filterOpenAPI(OpenAPI api) {
        var recipes = new TreeMap<String, List<Object>>();
        for (JsonSubTypes.Type kind :
                StudyRequest.class.getAnnotation(JsonSubTypes.class).value()) {
            recipes.computeIfAbsent(kind.value().getSimpleName(), none -> new ArrayList<>())
                    .add(kind.name());
        }
        recipes.forEach((kind, names) -> {
            Schema request = api.getComponents().getSchemas().get(kind);
            Schema recipe = request.getProperties().get("recipe");
            recipe.ref(null).addType(Schema.SchemaType.STRING).enumeration(names);
            request.required(
                    BY_LEVELS.contains(kind)
                            ? List.of("recipe", "network", "dataset", "seeds", "levels")
                            : List.of("recipe", "network", "dataset", "seeds"));
        });
    }
}
