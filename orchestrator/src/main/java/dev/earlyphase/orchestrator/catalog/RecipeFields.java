package dev.earlyphase.orchestrator.catalog;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earlyphase.contracts.study.Catalog.Field;
import dev.earlyphase.contracts.study.Catalog.Kind;
import dev.earlyphase.contracts.study.Observe.ProbeRequest;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.core.probe.Probes;
import dev.earlyphase.core.pruning.StartPrunings;
import dev.earlyphase.core.task.Tasks;
import dev.earlyphase.weights.perturbation.Perturbations;

/** The fields of a recipe, read off the record that takes them; names to choose from come from the registries. */
final class RecipeFields {
    private static final String RULES = "rules";
    /** Their defaults are put together from other fields. */
    private static final Set<String> DERIVED = Set.of("name", "network", "dataset", "seeds");

    private final ObjectMapper mapper;

    RecipeFields(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    List<Field> of(Recipe recipe) {
        Class<?> request = Arrays.stream(
                        StudyRequest.class.getAnnotation(JsonSubTypes.class).value())
                .filter(type -> type.name().equals(recipe.id()))
                .findFirst()
                .orElseThrow()
                .value();
        return fields(request, "", LeastStudy.of(mapper, recipe));
    }

    private List<Field> fields(Class<?> type, String under, LeastStudy least) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getName().equals("recipe"))
                .map(component -> field(component, under + component.getName(), least))
                .toList();
    }

    private Field field(RecordComponent component, String path, LeastStudy least) {
        boolean many = component.getType() == List.class;
        Class<?> type = many ? itemOf(component.getGenericType()) : component.getType();
        Kind kind = kind(type, component.getName());
        JsonNode usual = DERIVED.contains(path) || kind == Kind.GROUP ? null : least.usual(path);
        return new Field(
                component.getName(),
                about(component),
                kind,
                many,
                least.requires(path),
                usual,
                choices(type, component.getName()),
                kind == Kind.GROUP ? fields(type, path + ".", least) : null);
    }

    /** What is said of a field where it is declared, in the record or in an interface of it. */
    private String about(RecordComponent component) {
        JavaType record = mapper.constructType(component.getDeclaringRecord());
        return mapper.getSerializationConfig().introspect(record).findProperties().stream()
                .filter(property -> property.getName().equals(component.getName()))
                .findFirst()
                .map(property -> property.getMetadata().getDescription())
                .orElseThrow(() -> new IllegalStateException("nothing is said of " + component));
    }

    private static Class<?> itemOf(Type list) {
        return (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
    }

    private static Kind kind(Class<?> type, String name) {
        if (type == Moment.class) {
            return Kind.MOMENT;
        }
        if (type == Perturbation.class) {
            return Kind.PERTURBATION;
        }
        if (type == Task.class || type == ProbeRequest.class) {
            return Kind.KIND;
        }
        if (type.isEnum() || name.equals(RULES)) {
            return Kind.CHOICE;
        }
        if (type.isRecord()) {
            return Kind.GROUP;
        }
        return switch (type.getSimpleName()) {
            case "String" -> Kind.TEXT;
            case "Integer", "Long" -> Kind.INTEGER;
            case "Double" -> Kind.NUMBER;
            case "Boolean" -> Kind.FLAG;
            default -> throw new IllegalStateException("no kind of field for " + type);
        };
    }

    private List<String> choices(Class<?> type, String name) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> mapper.convertValue(constant, String.class))
                    .toList();
        }
        if (type == Perturbation.class) {
            return Perturbations.kinds();
        }
        if (type == Task.class) {
            return Tasks.kinds();
        }
        if (type == ProbeRequest.class) {
            return Probes.kinds();
        }
        return name.equals(RULES) ? StartPrunings.rules() : null;
    }
}
