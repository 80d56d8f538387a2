package dev.earlyphase.gateway.catalog;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.study.Catalog;
import dev.earlyphase.gateway.orchestrator.Orchestrator;

/** What to write a study with. */
@Path("/api/v1")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Catalog", description = "What a study can be made of")
public class CatalogResource {
    private final Orchestrator orchestrator;

    CatalogResource(@RestClient Orchestrator orchestrator) {
        this.orchestrator = orchestrator;
    }

    @GET
    @Path("/catalog")
    @Operation(
            summary = "See what a study can be made of",
            description = "Recipes with their fields, networks and data sets, a sentence each. `usual` is what a field"
                    + " is where it is left out.")
    public Catalog catalog() {
        return orchestrator.catalog();
    }

    @GET
    @Path("/templates")
    @Operation(
            summary = "Get studies to begin with",
            description = "Of every recipe one for a laptop and one at the paper's size.")
    public List<Template> templates() {
        return Templates.ALL;
    }
}
