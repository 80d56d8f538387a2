package dev.earlyphase.gateway.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import dev.earlyphase.contracts.error.Problem;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.gateway.format.Format;

/** What the classes cannot say of themselves in the OpenAPI description. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Amendments implements OASFilter {
    private static final Set<String> TEXT = Set.of(Format.CSV_TYPE, "image/svg+xml");
    private static final Set<String> BYTES = Set.of(Format.PARQUET_TYPE, "image/png");

    private static final Map<String, List<String>> NULLABLE = Map.of(
            "Row",
            List.of("loss", "traced"),
            "Scalars",
            List.of("weightMeanMagnitude", "gradientMeanMagnitude", "gradientL2", "distance", "cosine"),
            "Evaluation",
            List.of("loss"),
            "Measurement",
            List.of("values"),
            "TrialRole",
            List.of("rewind", "family", "variant"));

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

    /** What is no JSON is text or bytes, whatever the JSON beside it is. */
    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        if (response.getContent() != null) {
            response.getContent().getMediaTypes().forEach((name, type) -> {
                if (TEXT.contains(name) || BYTES.contains(name)) {
                    var schema = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
                    type.setSchema(BYTES.contains(name) ? schema.format("binary") : schema);
                }
            });
        }
        return response;
    }

    /** What is written as null, not left out: numbers that are not finite, parts of a role that a trial does not have. */
    private static void allowNull(Map<String, Schema> schemas) {
        NULLABLE.forEach((name, properties) -> properties.forEach(property -> {
            Schema schema = schemas.get(name).getProperties().get(property);
            (schema.getItems() == null ? schema : schema.getItems()).addType(Schema.SchemaType.NULL);
        }));
    }

    /** Each kind of study names its recipes, and some of its fields have no default. */
    @Override
    public void filterOpenAPI(OpenAPI api) {
        allowNull(api.getComponents().getSchemas());
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
