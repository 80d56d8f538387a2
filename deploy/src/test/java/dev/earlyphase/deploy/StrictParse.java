package dev.earlyphase.deploy;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;

import static java.util.stream.Collectors.joining;

/** Reads a Kubernetes object as its type and refuses a field that the type does not have. */
final class StrictParse {
    private static final String KEDA = "keda.sh/v1alpha1";
    private static final Map<String, Class<?>> STRIMZI =
            Map.of("Kafka", Kafka.class, "KafkaNodePool", KafkaNodePool.class, "KafkaTopic", KafkaTopic.class);

    /** The models keep what they do not know in a map; here nothing goes there. */
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    private static final KubernetesSerialization KNOWN = new KubernetesSerialization();

    private StrictParse() {}

    /** @throws IllegalArgumentException naming the object and the field */
    static void check(JsonNode object) {
        String version = object.path("apiVersion").asText();
        String kind = object.path("kind").asText();
        String name = "%s %s".formatted(kind, object.at("/metadata/name").asText());
        if (version.equals(KEDA)) {
            checkSchema(name, kind, object);
            return;
        }
        Class<?> type = version.equals("kafka.strimzi.io/v1")
                ? STRIMZI.get(kind)
                : KNOWN.getRegisteredKubernetesResource(version, kind);
        if (type == null) {
            throw new IllegalArgumentException(name + ": no such kind in " + version);
        }
        try {
            MAPPER.treeToValue(object, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static void checkSchema(String name, String kind, JsonNode object) {
        var source = StrictParse.class.getResourceAsStream("/keda/" + kind + ".json");
        if (source == null) {
            throw new IllegalArgumentException(name + ": no such kind in " + KEDA);
        }
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(source);
        var errors = schema.validate(object.toString(), InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(
                    name + ": " + errors.stream().map(Object::toString).collect(joining("; ")));
        }
    }
}
