package dev.earlyphase.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;

/**
 * The keys of an interface with {@code @ConfigMapping}: names, defaults and, since it is in no class file, javadoc, all from
 * its source.
 */
final class MappedKeys {
    private static final Pattern MAP = Pattern.compile("Map<String, (\\w+)>");

    private final String service;
    private final CompilationUnitTree unit;
    private final DocTrees javadoc;
    private final ClassTree mapping;
    private final List<Key> keys = new ArrayList<>();

    private MappedKeys(String service, CompilationUnitTree unit, DocTrees javadoc) {
        this.service = service;
        this.unit = unit;
        this.javadoc = javadoc;
        this.mapping = (ClassTree) unit.getTypeDecls().getFirst();
    }

    static List<Key> of(String service, Path file) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjects(file));
            var found = new MappedKeys(service, task.parse().iterator().next(), DocTrees.instance(task));
            found.add(
                    argument(found.mapping.getModifiers().getAnnotations(), "ConfigMapping")
                            .orElseThrow(),
                    found.mapping);
            return found.keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String prefix, ClassTree group) {
        for (MethodTree method : members(group, MethodTree.class)) {
            var annotations = method.getModifiers().getAnnotations();
            Matcher map = MAP.matcher(method.getReturnType().toString());
            String type = map.matches() ? map.group(1) : method.getReturnType().toString();
            String name = argument(annotations, "WithParentName").isPresent()
                    ? prefix
                    : prefix + "." + kebab(method.getName().toString()) + (map.matches() ? ".NAME" : "");
            members(mapping, ClassTree.class).stream()
                    .filter(nested -> nested.getSimpleName().contentEquals(type))
                    .findFirst()
                    .ifPresentOrElse(
                            nested -> add(name, nested),
                            () -> keys.add(new Key(
                                    service,
                                    name,
                                    argument(annotations, "WithDefault").orElse(""),
                                    meaning(method))));
        }
    }

    /** As Markdown on one line. */
    private String meaning(MethodTree method) {
        return Optional.ofNullable(javadoc.getDocComment(TreePath.getPath(unit, method)))
                .map(text ->
                        text.replaceAll("\\{@\\w+ #?([^}]*)}", "`$1`").strip().replaceAll("\\s+", " "))
                .orElse("");
    }

    private static <T> List<T> members(ClassTree type, Class<T> kind) {
        return type.getMembers().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** What an annotation is given, empty text where it takes nothing. */
    private static Optional<String> argument(List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .findFirst()
                .map(annotation -> annotation.getArguments().stream()
                        .map(given -> given instanceof AssignmentTree assigned ? assigned.getExpression() : given)
                        .map(value -> ((LiteralTree) value).getValue().toString())
                        .collect(Collectors.joining()));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
