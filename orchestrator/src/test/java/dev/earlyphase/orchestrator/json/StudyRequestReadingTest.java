package dev.earlyphase.orchestrator.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.FieldError;
import dev.earlyphase.contracts.study.ImpRewinding;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.orchestrator.recipe.Expansion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class StudyRequestReadingTest {
    private static final String STUDY = """
            {"recipe": "imp-rewinding", "network": "lenet-300-100", "dataset": "mnist", "seeds": [1],
             "rewind": ["0it", "200it"], "levels": 2, "training": {}, "pruning": {}, "observe": {}, "scheduling": {}}""";

    private final JsonReader json = new JsonReader(strict());

    @Test
    void a_request_is_read_with_its_defaults() {
        StudyRequest request = json.read(STUDY, StudyRequest.class);

        assertThat(request).isInstanceOfSatisfying(ImpRewinding.class, study -> {
            assertThat(study.name()).isEqualTo("imp-rewinding lenet-300-100 on mnist");
            assertThat(study.pruning().fraction()).isEqualTo(0.2);
        });
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "levels": 2         | "levels": 2, "colour": 3            | colour                     | 3             | known are
            "recipe": "imp-rewinding" | "recipe": "imp"               | recipe                     | imp           | one of dense, telemetry, imp-rewinding, signs-and-magnitudes
            "recipe": "imp-rewinding", |                              | recipe                     | nothing       | one of dense, telemetry, imp-rewinding
            "lenet-300-100"     | "lenet"                             | network                    | lenet         | one of lenet-300-100
            "network": "lenet-300-100", |                             | network                    | nothing       | the name of a network
            "mnist"             | "imagenet"                          | dataset                    | imagenet      | one of mnist
            "lenet-300-100"     | "vgg-13"                            | dataset                    | mnist         | one of cifar-10
            "lenet-300-100"     | "resnet-18-imagenet-stem"           | dataset                    | mnist         | at least 3×32×32
            "levels": 2         | "levels": "2"                       | levels                     | 2             | a whole number
            "levels": 2         | "levels": 2.5                       | levels                     | 2.5           | a whole number
            "levels": 2         | "levels": 20000000000               | levels                     | 20000000000   | a whole number
            "levels": 2         | "levels": -1                        | levels                     | -1            | from 0 to 100
            "levels": 2         | "levels": true                      | levels                     | true          | a whole number
            "levels": 2         | "levels": null                      | levels                     | nothing       | from 0 to 100
            [1]                 | []                                  | seeds                      | []            | one or more
            [1]                 | [1, 2, 1]                           | seeds[2]                   | 1             | not in the list yet
            [1]                 | [1, "x"]                            | seeds[1]                   | x             | a whole number of at most 64 bits
            [1]                 | 1                                   | seeds                      | 1             | a list
            "200it"             | "200"                               | rewind[1]                  | 200           | such as 160ep
            "200it"             | 200                                 | rewind[1]                  | 200           | such as 160ep
            "200it"             | "0it"                               | rewind[1]                  | 0it           | not in the list yet
            "200it"             | "41ep"                              | rewind[1]                  | 41ep          | before the end
            "200it"             | "40ep"                              | rewind[1]                  | 40ep          | before the end
            "200it"             | "999999ep999999999it"               | rewind[1]                  | 999999ep999999999it | before the end
            "0it", "200it"      | "469it", "1ep"                      | rewind[1]                  | 1ep           | not in the list yet
            ["0it", "200it"]    | []                                  | rewind                     | []            | one or more moments
            "training": {}      | "training": {"end": "0it"}          | training.end               | 0it           | after 0it
            "training": {}      | "training": {"batchSize": 60001}    | training.batchSize         | 60001         | 1 to 60000
            "training": {}      | "training": {"batchSize": 0}        | training.batchSize         | 0             | at least 1
            "training": {}      | "training": {"trainExamples": 60001} | training.trainExamples    | 60001         | 1 to 60000
            "training": {}      | "training": {"milestones": ["1ep", "41ep"]} | training.milestones[1] | 41ep       | before the end
            "training": {}      | "training": {"milestones": ["1ep", "soon"]} | training.milestones[1] | soon       | such as 160ep
            "training": {}      | "training": {"precision": "fp16"}   | training.precision         | fp16          | one of fp32, bf16-compute, bf16
            "training": {}      | "training": {"precision": 16}       | training.precision         | 16            | one of fp32, bf16-compute, bf16
            "training": {}      | "training": {"speed": 1}            | training.speed             | 1             | known are
            "training": {}      | "training": {"learningRate": "0.1"} | training.learningRate      | 0.1           | a number
            "training": {}      | "training": {"augment": "yes"}      | training.augment           | yes           | true or false
            "training": {}      | "training": {"augment": 1}          | training.augment           | 1             | true or false
            "training": {}      | "training": []                      | training                   | []            | an object
            "pruning": {}       | "pruning": {"fraction": 1}          | pruning.fraction           | 1.0           | below 1
            "pruning": {}       | "pruning": {"fraction": 0}          | pruning.fraction           | 0.0           | above 0
            "pruning": {}       | "pruning": {"scope": "filter"}      | pruning.scope              | filter        | one of global, layer
            "observe": {}       | "observe": {"checkpoints": ["41ep"]} | observe.checkpoints[0]    | 41ep          | to the end
            "observe": {}       | "observe": {"evaluateEvery": "0it"} | observe.evaluateEvery      | 0it           | after 0it
            "scheduling": {}    | "scheduling": {"priority": 101}     | scheduling.priority        | 101           | -100 to 100
            "scheduling": {}    | "name": 7                           | name                       | 7             | a text
            """)
    void a_fault_names_its_field_its_value_and_what_is_allowed(
            String right, String wrong, String field, String value, String allowed) {
        String request = STUDY.replace(right, wrong == null ? "" : wrong);

        Invalid invalid =
                catchThrowableOfType(Invalid.class, () -> Expansion.of(json.read(request, StudyRequest.class), 20_000));

        assertThat(invalid).as(request).isNotNull();
        FieldError fault = invalid.fields().getFirst();
        assertThat(fault.field()).isEqualTo(field);
        assertThat(fault.value()).isEqualTo(value);
        assertThat(fault.allowed()).contains(allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"levels": 1,, }            | line 1, column 14
            {"levels": 1, "levels": 2}  | Duplicate field 'levels'
            {"levels": 1                | line 1
            {"levels": 1} {}            | Trailing token
            network: lenet-300-100      | line 1, column
            """)
    void broken_json_is_refused_with_its_place(String text, String said) {
        Invalid invalid = catchThrowableOfType(Invalid.class, () -> json.read(text, StudyRequest.class));

        assertThat(invalid).hasMessageStartingWith("body: ").hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "a\\u0000b"}                 | name
            {"name": "a\\ud800"}                  | name
            {"name": "\\udc00\\ud800"}            | name
            {"training": {"end": "\\u0000"}}      | training.end
            {"seeds": [1, {"x": ["\\ud83d"]}]}    | seeds[1].x[0]
            {"a\\u0000": 1}                       | a name
            """)
    void text_that_cannot_be_stored_is_refused_with_its_place(String text, String field) {
        Invalid invalid = catchThrowableOfType(Invalid.class, () -> json.read(text, StudyRequest.class));

        assertThat(invalid.fields().getFirst().field()).isEqualTo(field);
        assertThat(invalid).hasMessageContaining("without the character 0");
    }

    @Test
    void a_list_is_not_a_request() {
        Invalid invalid = catchThrowableOfType(Invalid.class, () -> json.read("[1]", StudyRequest.class));

        assertThat(invalid).hasMessage("body: got [1]; allowed: a JSON object");
    }

    private static ObjectMapper strict() {
        var mapper = new ObjectMapper().findAndRegisterModules();
        new StrictJson().customize(mapper);
        return mapper;
    }
}
