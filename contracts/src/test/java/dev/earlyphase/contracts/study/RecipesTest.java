package dev.earlyphase.contracts.study;

import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.earlyphase.contracts.Json;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.Task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecipesTest {
    private static String request(String recipe, String further) {
        return "{\"recipe\": \"%s\", \"network\": \"resnet-20\", \"dataset\": \"cifar-10\", \"seeds\": [1]%s}"
                .formatted(recipe, further);
    }

    private static String whole(Recipe recipe) {
        return request(
                recipe.id(),
                switch (recipe) {
                    case IMP_REWINDING -> ", \"levels\": 3, \"rewind\": [\"500it\"]";
                    case SIGNS_AND_MAGNITUDES, SHUFFLES, NOISE, PERTURBATIONS, PRETRAINING, SPARSE_PRETRAINING ->
                        ", \"levels\": 3";
                    default -> "";
                });
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void every_recipe_is_read_by_its_name_and_written_as_it_was_read(Recipe recipe) throws JsonProcessingException {
        StudyRequest study = Json.MAPPER.readValue(whole(recipe), StudyRequest.class);

        String json = Json.MAPPER.writeValueAsString(study);

        assertThat(study.recipe()).isEqualTo(recipe);
        assertThat(Json.MAPPER.readValue(json, StudyRequest.class)).isEqualTo(study);
        assertThat(json).containsOnlyOnce("\"recipe\"");
    }

    @Test
    void every_recipe_has_a_type() {
        assertThat(Arrays.stream(StudyRequest.class
                                .getAnnotation(JsonSubTypes.class)
                                .value())
                        .map(JsonSubTypes.Type::name))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Recipe.values()).map(Recipe::id).toList());
    }

    @Test
    void what_is_left_out_of_a_perturbation_study_is_as_in_the_paper() throws JsonProcessingException {
        var study = (PerturbedRuns) Json.MAPPER.readValue(
                request("noise", ", \"levels\": 6, \"variants\": [\"noise:0.5\", \"noise:2\"]"), StudyRequest.class);

        assertThat(study.rewind()).containsExactly(Moment.parse("500it"), Moment.parse("2000it"));
        assertThat(study.variants()).containsExactly(new Perturbation("noise", 0.5), new Perturbation("noise", 2));
    }

    @Test
    void what_is_left_out_of_a_pretraining_study_is_as_in_the_paper() throws JsonProcessingException {
        var study = (Pretraining) Json.MAPPER.readValue(whole(Recipe.PRETRAINING), StudyRequest.class);

        assertThat(study.tasks().stream().map(Task::kind))
                .containsExactly("random-labels", "rotation", "blur", "blur-rotation");
        assertThat(study.epochs())
                .isEqualTo(
                        List.of(2, 5, 10, 20, 40).stream().map(Moment::ofEpochs).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shuffles | , 'levels': 0 | levels: got 0; allowed: a whole number from 1 to 100",
                "noise | , 'levels': 2, 'variants': ['Noise!'] | perturbation: got Noise!; allowed: the name of a perturbation such as shuffle-layer, or with its scale noise:0.5",
                "noise | , 'levels': 2, 'perturbedLevels': [3] | perturbedLevels[0]: got 3; allowed: a whole number from 0 to levels, 2",
                "pretraining | , 'levels': 2, 'epochs': ['2ep', '2ep'] | epochs[1]: got 2ep; allowed: a moment such as 40ep that is not in the list yet",
                "pretraining | , 'levels': 2, 'tasks': [{'kind': 'blur', 'fraction': 0}] | fraction: got 0.0; allowed: a number above 0 and at most 1",
                "pruning-at-initialisation | , 'densities': [1.5] | densities[0]: got 1.5; allowed: a number above 0 and at most 1",
                "linear-connectivity | , 'points': 1 | points: got 1; allowed: a whole number from 2 to 1000",
                "dense | , 'observe': {'evaluateEvery': '0it'} | evaluateEvery: got 0it; allowed: a moment after 0it",
            })
    void a_bad_field_is_refused_with_its_value_and_what_is_allowed(String recipe, String field, String message) {
        String json = request(recipe, field.replace('\'', '"'));

        assertThatThrownBy(() -> Json.MAPPER.readValue(json, StudyRequest.class))
                .cause()
                .isInstanceOf(Invalid.class)
                .hasMessage(message);
    }
}
