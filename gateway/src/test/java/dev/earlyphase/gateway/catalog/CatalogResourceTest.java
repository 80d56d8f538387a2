package dev.earlyphase.gateway.catalog;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.study.Catalog;
import dev.earlyphase.contracts.study.Catalog.DataSetEntry;
import dev.earlyphase.contracts.study.Catalog.Field;
import dev.earlyphase.contracts.study.Catalog.Kind;
import dev.earlyphase.contracts.study.Catalog.NetworkEntry;
import dev.earlyphase.contracts.study.Catalog.RecipeEntry;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.trial.UsualTraining;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class CatalogResourceTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Orchestration orchestrator;

    CatalogResourceTest(Orchestration orchestrator) {
        this.orchestrator = orchestrator;
    }

    @Test
    void the_catalog_is_passed_on() {
        var rewind = new Field("rewind", "k", Kind.MOMENT, true, false, List.of("0it"), null, null);
        var catalog = new Catalog(
                List.of(new RecipeEntry(Recipe.IMP_REWINDING, "prune", "figure-1", List.of(rewind))),
                List.of(new NetworkEntry(
                        NetworkName.CONV_2, "small", List.of(DataSetName.MNIST), UsualTraining.of(NetworkName.CONV_2))),
                List.of(new DataSetEntry(DataSetName.MNIST, "digits", 60_000, 10_000)));
        orchestrator.answers("/catalog", catalog);

        assertThat(when().get("/api/v1/catalog").as(Catalog.class)).isEqualTo(catalog);
    }

    @Test
    void every_recipe_has_a_template_for_a_laptop_and_one_of_the_papers_size() throws Exception {
        JsonNode templates = when().get("/api/v1/templates").as(JsonNode.class);

        assertThat(templates.findValuesAsText("name")).contains("demo", "laptop/figure-1", "figure-9", "table-a1");
        assertThat(templates).hasSize(2 + 2 * Recipe.values().length);
        for (JsonNode template : templates) {
            var study = MAPPER.treeToValue(template.get("study"), StudyRequest.class);
            assertThat(study.name()).isNotBlank();
            assertThat(template.get("about").asText())
                    .as(template.get("name").asText())
                    .isNotBlank();
            assertThat(template.get("yaml").asText())
                    .contains("recipe: " + study.recipe().id());
        }
    }
}
