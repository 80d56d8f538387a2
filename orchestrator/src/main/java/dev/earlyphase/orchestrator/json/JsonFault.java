package dev.earlyphase.orchestrator.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.FieldError;

/** What was wrong with a tree of JSON, in the words of {@link FieldError} instead of Jackson's. */
final class JsonFault {
    private static final int LONGEST_VALUE = 100;

    private final ObjectMapper mapper;
    private final JsonNode tree;

    JsonFault(ObjectMapper mapper, JsonNode tree) {
        this.mapper = mapper;
        this.tree = tree;
    }

    Invalid explain(JsonMappingException e) {
        String path = path(e.getPath());
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                new Invalid(path, valueAt(e.getPath()), "no such field; known are " + known(unknown));
            case InvalidTypeIdException kind -> {
                String property = kind.getBaseType()
                        .getRawClass()
                        .getAnnotation(JsonTypeInfo.class)
                        .property();
                yield new Invalid(
                        path.endsWith(property) ? path : join(path, property),
                        kind.getTypeId() == null ? "nothing" : kind.getTypeId(),
                        "one of " + kinds(kind.getBaseType().getRawClass()));
            }
            case ValueInstantiationException refused
            when refused.getCause() instanceof Invalid invalid ->
                isOneValue(refused.getType()) ? at(path, invalid) : below(path, invalid);
            case MismatchedInputException mismatch ->
                new Invalid(path.isEmpty() ? "body" : path, valueAt(e.getPath()), expected(mismatch.getTargetType()));
            case JsonMappingException outside
            when outside.getCause() instanceof InputCoercionException range ->
                new Invalid(path, valueAt(e.getPath()), expected(range.getTargetType()));
            default -> new Invalid(path.isEmpty() ? "body" : path, valueAt(e.getPath()), e.getOriginalMessage());
        };
    }

    /** A node in one line, cut where it is long. */
    static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.isTextual() ? node.textValue() : node.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    private static Invalid at(String path, Invalid invalid) {
        return new Invalid(invalid.fields().stream()
                .map(fault -> new FieldError(path, fault.value(), fault.allowed()))
                .toList());
    }

    private static Invalid below(String path, Invalid invalid) {
        return path.isEmpty() ? invalid : invalid.under(path);
    }

    private boolean isOneValue(JavaType type) {
        return mapper.getSerializationConfig().introspect(type).findJsonValueAccessor() != null;
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> names = unknown.getKnownPropertyIds();
        return names == null
                ? "none"
                : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String kinds(Class<?> base) {
        return Arrays.stream(base.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.joining(", "));
    }

    private String expected(Class<?> type) {
        if (type == null) {
            return "a value of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(choice -> mapper.convertValue(choice, String.class))
                            .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> "a whole number of at most " + Integer.MAX_VALUE;
            case "long", "Long" -> "a whole number of at most 64 bits";
            case "double", "Double" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text";
            case "Moment" -> "a moment such as 160ep, 500it or 120ep50it";
            default -> isOneValue(mapper.constructType(type)) ? "a text" : "an object";
        };
    }

    private String valueAt(List<Reference> path) {
        JsonNode node = tree;
        for (Reference step : path) {
            node = step.getFieldName() != null ? node.path(step.getFieldName()) : node.path(step.getIndex());
        }
        return shown(node);
    }

    private static String path(List<Reference> steps) {
        String path = "";
        for (Reference step : steps) {
            path = Objects.isNull(step.getFieldName())
                    ? path + "[" + step.getIndex() + "]"
                    : join(path, step.getFieldName());
        }
        return path;
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
