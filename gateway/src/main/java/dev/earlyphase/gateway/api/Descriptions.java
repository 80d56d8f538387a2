package dev.earlyphase.gateway.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

import dev.earlyphase.contracts.study.Observe;
import dev.earlyphase.contracts.study.Scheduling;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.study.TrainingOptions;
import dev.earlyphase.contracts.trial.Pruning;
import dev.earlyphase.contracts.trial.Task;

/** What the fields of a study mean, from their {@link JsonPropertyDescription}, into the OpenAPI description. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Descriptions implements OASFilter {
    private static final List<Class<?>> PARTS = List.of(
            TrainingOptions.class,
            Observe.class,
            Observe.ProbeRequest.class,
            Scheduling.class,
            Pruning.class,
            Task.class);

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        List<Class<?>> described = new ArrayList<>(PARTS);
        Arrays.stream(StudyRequest.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::value)
                .forEach(described::add);
        described.forEach(type -> describe(
                type, api.getComponents().getSchemas().get(type.getSimpleName()).getProperties()));
    }

    private void describe(Class<?> type, Map<String, Schema> fields) {
        for (BeanPropertyDefinition field : json.getSerializationConfig()
                .introspect(json.constructType(type))
                .findProperties()) {
            fields.get(field.getName()).setDescription(field.getMetadata().getDescription());
        }
    }
}
