package dev.earlyphase.gateway.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What answers where the API begins. */
@Path("/api/v1")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
public class FrontDoor {
    private final String version;

    FrontDoor(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    /** Where to go on from here. */
    public record Welcome(String name, String version, String studies, String workers, String openapi, String health) {}

    @GET
    @Operation(summary = "What this is", description = "Its name and version, and where to go on.")
    public Welcome welcome() {
        return new Welcome(
                "Early Phase", version, "/api/v1/studies", "/api/v1/workers", "/api/v1/openapi", "/q/health");
    }
}
