package dev.earlyphase.gateway.body;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.error.DomainException.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class BodyTreeTest {
    @Test
    void yaml_and_json_of_the_same_study_are_the_same_tree() {
        String json = """
                {"recipe": "imp-rewinding", "seeds": [0, 1], "rewind": ["0it", "200it"], "levels": 5,
                 "training": {"weightDecay": 0.0001, "augment": false}, "scheduling": null}""";
        String yaml = """
                recipe: imp-rewinding
                seeds: [0, 1]
                rewind:
                  - 0it
                  - "200it"
                levels: 5
                training:
                  weightDecay: 1e-4
                  augment: false
                scheduling: ~
                """;

        var tree = BodyTree.yaml(yaml);

        assertThat(tree).isEqualTo(BodyTree.json(json));
    }

    @Test
    void numbers_go_on_exactly_as_they_were_written() {
        var tree = BodyTree.json("{\"seed\": 12345678901234567890, \"rate\": 0.1000000000000000055511151231257827}");

        assertThat(tree).hasToString("{\"seed\":12345678901234567890,\"rate\":0.1000000000000000055511151231257827}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'a: 1\na: 2'          | Duplicate field 'a' at line 2, column
                    'a: [1\nb: }'         | expected ',' or ']', but got : at line 2, column 2
                    'a:\n\t- b'           | cannot start any token. (Do not use \\t(TAB) for indentation) at line 2, column 1
                    'a: &x [1]\nb: *x'    | aliases are not supported at line 2, column
                    'a: 1\n---\nb: 2'     | Trailing token
                    'seeds: !!int x: y'   | mapping values are not allowed here at line 1, column 15
                    """)
    void malformed_yaml_is_refused_with_line_and_column(String yaml, String fault) {
        String text = yaml.replace("\\n", "\n").replace("\\t", "\t");

        var refusal = catchThrowableOfType(Invalid.class, () -> BodyTree.yaml(text));

        assertThat(refusal.fields()).singleElement().satisfies(field -> {
            assertThat(field.field()).isEqualTo("body");
            assertThat(field.value()).contains(fault).containsPattern("at line \\d+, column \\d+");
            assertThat(field.allowed()).contains("YAML");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1,\n \"a\": 2}", "{\"a\": 1,\n}", "{\"a\": 1}\n{}", "{\n\"a\": NaN}", "{\"a\":\n"})
    void malformed_json_is_refused_with_line_and_column(String json) {
        var refusal = catchThrowableOfType(Invalid.class, () -> BodyTree.json(json));

        assertThat(refusal).hasMessageContaining("well-formed JSON").hasMessageContaining(" at line 2, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a remark", "hello", "- 1\n- 2", "12"})
    void what_is_not_an_object_is_refused(String yaml) {
        var refusal = catchThrowableOfType(Invalid.class, () -> BodyTree.yaml(yaml));

        assertThat(refusal).hasMessageContaining("an object");
    }

    @Test
    void more_than_fifty_levels_are_refused_in_both_forms() {
        String deep = "{\"a\": " + "[".repeat(50) + "]".repeat(50) + "}";

        var ofJson = catchThrowableOfType(Invalid.class, () -> BodyTree.json(deep));
        var ofYaml = catchThrowableOfType(Invalid.class, () -> BodyTree.yaml(deep));

        assertThat(ofJson).hasMessageContaining("(51) exceeds the maximum allowed (50");
        assertThat(ofYaml).hasMessageContaining("(51) exceeds the maximum allowed (50");
    }

    @Test
    void fifty_levels_are_taken() {
        String deep = "{\"a\": " + "[".repeat(49) + "]".repeat(49) + "}";

        assertThat(BodyTree.yaml(deep)).isEqualTo(BodyTree.json(deep));
    }

    @Test
    void a_tag_that_names_a_class_is_nothing_but_a_tag() {
        var tree = BodyTree.yaml("name: !!javax.script.ScriptEngineManager [x]");

        assertThat(tree).hasToString("{\"name\":[\"x\"]}");
    }
}
