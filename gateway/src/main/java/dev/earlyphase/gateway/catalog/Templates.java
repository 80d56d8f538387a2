package dev.earlyphase.gateway.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.gateway.body.BodyTree;

/** The files of the folder {@code studies}, which are built in: small ones first, then each recipe's own. */
final class Templates {
    static final List<Template> ALL = Stream.of(Stream.of("demo", "demo-strokes"), of("laptop/"), of(""))
            .flatMap(names -> names)
            .map(Templates::template)
            .toList();

    private Templates() {}

    private static Stream<String> of(String folder) {
        return Arrays.stream(Recipe.values()).map(recipe -> folder + recipe.figure());
    }

    private static Template template(String name) {
        String yaml = read("/studies/" + name + ".yaml");
        return new Template(name, head(yaml), yaml, BodyTree.parse(yaml, null));
    }

    private static String read(String file) {
        try (var stream = Templates.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("there is no file " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The lines of comment with which a file begins. */
    private static String head(String yaml) {
        return yaml.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining(" "));
    }
}
