package dev.earlyphase.orchestrator.catalog;

import java.util.Arrays;
import java.util.List;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.study.Catalog;
import dev.earlyphase.contracts.study.Catalog.DataSetEntry;
import dev.earlyphase.contracts.study.Catalog.NetworkEntry;
import dev.earlyphase.contracts.study.Catalog.RecipeEntry;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.trial.UsualTraining;

/** The catalog, for the gateway; it stays the same as long as this process runs. */
@Path("/internal/catalog")
@RunOnVirtualThread
public class CatalogResource {
    private final Catalog catalog;

    CatalogResource(ObjectMapper mapper) {
        var sentences = new Sentences();
        var fields = new RecipeFields(mapper);
        this.catalog = new Catalog(
                Arrays.stream(Recipe.values())
                        .map(recipe -> new RecipeEntry(
                                recipe, sentences.of("recipe", recipe.id()), recipe.figure(), fields.of(recipe)))
                        .toList(),
                Arrays.stream(NetworkName.values())
                        .map(network -> new NetworkEntry(
                                network,
                                sentences.of("network", network.id()),
                                taken(network),
                                UsualTraining.of(network)))
                        .toList(),
                Arrays.stream(DataSetName.values())
                        .map(dataset -> new DataSetEntry(
                                dataset,
                                sentences.of("dataset", dataset.id()),
                                dataset.trainExamples(),
                                dataset.testExamples()))
                        .toList());
    }

    @GET
    public Catalog catalog() {
        return catalog;
    }

    private static List<DataSetName> taken(NetworkName network) {
        return Arrays.stream(DataSetName.values()).filter(network::takes).toList();
    }
}
