package dev.earlyphase.orchestrator.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.study.TrainingOptions;
import dev.earlyphase.orchestrator.json.StrictJson;

/**
 * The fields of a record that requests are read into, as rows of a table. What is needed, what is allowed and what the
 * default is, the record is asked: it is read without a field, with a number that cannot be right, and written again.
 *
 * @param least the fields without which it is not read
 */
record RequestFields(Class<?> type, ObjectNode least) {
    static final ObjectMapper JSON = json();
    private static final int NEVER_RIGHT = -1_000_000;

    static RequestFields of(Class<?> type, String least) {
        try {
            return new RequestFields(type, (ObjectNode) JSON.readTree(least));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(least, e);
        }
    }

    /** The record itself, read from nothing more than it needs. */
    Object read() {
        return read(least);
    }

    String table() {
        return table(type, Object.class);
    }

    /** Only those fields that one of its types declares and another does not. */
    String table(Class<?> declaring, Class<?> not) {
        String rows = JSON.getSerializationConfig().introspect(JSON.constructType(type)).findProperties().stream()
                .filter(field -> declares(declaring, field.getName()) && !declares(not, field.getName()))
                .map(this::row)
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : "| field | value | default | meaning |\n|---|---|---|---|\n" + rows;
    }

    private String row(BeanPropertyDefinition field) {
        String meaning = Optional.ofNullable(field.getMetadata().getDescription())
                .orElseThrow(() -> new AssertionError(type + " says nothing of its field " + field.getName()));
        return "| `%s` | %s | %s | %s |%n"
                .formatted(field.getName(), value(field), usual(field.getName()), meaning.replace("|", "\\|"));
    }

    private String value(BeanPropertyDefinition field) {
        JavaType type = field.getPrimaryType();
        if (type.isCollectionLikeType()) {
            return "list: " + one(field.getName(), type.getContentType().getRawClass(), true);
        }
        return type.isMapLikeType() ? "numbers by name" : one(field.getName(), type.getRawClass(), false);
    }

    private String one(String field, Class<?> type, boolean inList) {
        return switch (type.getSimpleName()) {
            case "String" -> field.equals("rules") ? "[rule](#pruning-rules)" : "text";
            case "Boolean" -> "`true`, `false`";
            case "Integer", "Long" -> inList ? "whole numbers" : allowed(field);
            case "Double" -> inList ? "numbers" : allowed(field);
            case "Recipe" -> "[recipe](#recipes)";
            case "Moment" -> "[moment](#moments)";
            case "Perturbation" -> "[perturbation](#perturbations)";
            case "Task" -> "[task](#tasks)";
            case "ProbeRequest" -> "[probe](#probes)";
            default -> type.isEnum() ? names(type) : "[object](#%s)".formatted(field);
        };
    }

    private static String names(Class<?> type) {
        List<String> meanings = Arrays.stream(type.getEnumConstants())
                .map(constant -> "`" + JSON.valueToTree(constant).asText() + "`" + meaning((Enum<?>) constant))
                .toList();
        return String.join(meanings.getFirst().endsWith("`") ? ", " : "<br>", meanings);
    }

    /** ": what it is"; nothing where nothing is said of it. */
    static String meaning(Enum<?> constant) {
        try {
            var said =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonPropertyDescription.class);
            return said == null ? "" : ": " + said.value();
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    /** What the refusal of a wrong number says. */
    private String allowed(String field) {
        return fault(least.deepCopy().set(field, IntNode.valueOf(NEVER_RIGHT)))
                .orElseThrow(() -> new AssertionError(type + " takes " + NEVER_RIGHT + " for its field " + field))
                .fields()
                .getFirst()
                .allowed();
    }

    private String usual(String field) {
        ObjectNode without = least.deepCopy().without(List.of(field));
        if (fault(without).isPresent()) {
            return "needed";
        }
        String usual = yaml(JSON.valueToTree(read(without)).path(field));
        return usual.isEmpty() || field.equals("name") ? "" : "`" + usual + "`";
    }

    /** On one line; of an object nothing but its kind. */
    static String yaml(JsonNode value) {
        if (value.isArray()) {
            List<String> items = StreamSupport.stream(value.spliterator(), false)
                    .map(RequestFields::yaml)
                    .toList();
            return items.isEmpty() ? "" : items.toString();
        }
        if (value.isObject()) {
            return value.has("kind") ? "{kind: " + value.get("kind").asText() + "}" : "";
        }
        return value.isDouble() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asText();
    }

    private Optional<Invalid> fault(JsonNode request) {
        try {
            read(request);
            return Optional.empty();
        } catch (Invalid invalid) {
            return Optional.of(invalid);
        }
    }

    /** Expands a study, and completes training by that of a network, so that they check what they are told. */
    private Object read(JsonNode request) {
        try {
            Object read = JSON.treeToValue(request, type);
            if (read instanceof StudyRequest study) {
                Expansion.of(study, 20_000);
            }
            if (read instanceof TrainingOptions training) {
                training.resolve(NetworkName.RESNET_20, DataSetName.CIFAR_10);
            }
            return read;
        } catch (JsonProcessingException e) {
            throw e.getCause() instanceof Invalid invalid
                    ? invalid
                    : new Invalid("body", request, "what can be read: " + e.getOriginalMessage());
        }
    }

    private static boolean declares(Class<?> type, String field) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals(field));
    }

    private static ObjectMapper json() {
        var mapper = new ObjectMapper().findAndRegisterModules();
        new StrictJson().customize(mapper);
        return mapper;
    }
}
