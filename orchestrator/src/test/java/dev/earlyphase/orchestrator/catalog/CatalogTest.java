package dev.earlyphase.orchestrator.catalog;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.study.Catalog;
import dev.earlyphase.contracts.study.Catalog.Field;
import dev.earlyphase.contracts.study.Catalog.Kind;
import dev.earlyphase.contracts.study.Recipe;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Sentences sentences = new Sentences();
    private final RecipeFields fields = new RecipeFields(MAPPER);

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void every_recipe_names_its_fields_with_a_sentence_each(Recipe recipe) {
        List<Field> all = fields.of(recipe);

        assertThat(all).extracting(Field::name).contains("name", "network", "dataset", "seeds", "training", "observe");
        assertThat(all).allSatisfy(field -> assertThat(field.about()).isNotBlank());
        assertThat(named(all, "seeds").required()).isTrue();
        assertThat(named(all, "name").required()).isFalse();
    }

    @Test
    void no_sentence_is_left_over_and_none_is_missing() {
        Catalog catalog = new CatalogResource(MAPPER).catalog();
        Stream.of(Recipe.values()).forEach(recipe -> sentences.of("recipe", recipe.id()));
        catalog.networks()
                .forEach(entry -> sentences.of("network", entry.network().id()));
        catalog.datasets()
                .forEach(entry -> sentences.of("dataset", entry.dataset().id()));

        assertThat(sentences.unused()).isEmpty();
    }

    @Test
    void what_pruning_demands_is_found_out_by_leaving_it_out() {
        List<Field> all = fields.of(Recipe.IMP_REWINDING);

        assertThat(all.stream().filter(Field::required).map(Field::name))
                .containsExactly("network", "dataset", "seeds", "rewind", "levels");
        assertThat(named(all, "rewind").kind()).isEqualTo(Kind.MOMENT);
        assertThat(named(all, "rewind").many()).isTrue();
        assertThat(named(all, "rewindMomentum").choices()).containsExactly("zero", "restored");
        assertThat(named(named(all, "pruning").fields(), "fraction").usual()).hasToString("0.2");
    }

    @Test
    void what_is_usual_is_what_the_recipe_fills_in() {
        Map<String, Object> usual = fields.of(Recipe.PRETRAINING).stream()
                .filter(field -> field.usual() != null)
                .collect(Collectors.toMap(Field::name, Field::usual));

        assertThat(usual.get("epochs")).hasToString("[\"2ep\",\"5ep\",\"10ep\",\"20ep\",\"40ep\"]");
        assertThat(usual.get("head")).hasToString("\"redrawn\"");
        assertThat(usual).doesNotContainKeys("name", "seeds", "levels", "training");
    }

    @Test
    void names_to_choose_from_are_those_of_the_registries() {
        assertThat(named(fields.of(Recipe.PRETRAINING), "tasks").choices()).contains("rotation", "blur");
        assertThat(named(fields.of(Recipe.NOISE), "variants").choices()).contains("noise", "shuffle-layer");
        assertThat(named(fields.of(Recipe.PRUNING_AT_INITIALISATION), "rules").choices())
                .contains("snip", "synflow");
        assertThat(named(named(fields.of(Recipe.DENSE), "observe").fields(), "probes")
                        .choices())
                .contains("hessian");
    }

    @Test
    void a_network_tells_the_data_sets_that_it_takes() {
        assertThat(new CatalogResource(MAPPER).catalog().networks())
                .filteredOn(entry -> entry.network().id().equals("vgg-13"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.datasets()).containsExactly(DataSetName.CIFAR_10))
                .satisfies(entry -> assertThat(entry.training().end()).hasToString("160ep"));
    }

    private static Field named(List<Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
