package dev.earlyphase.gateway.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.earlyphase.contracts.error.Problem;

/** What answers at the root; and what the API's description begins with. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Early Phase",
                        version = "v1",
                        description = "What happens in the first iterations of training a network. A study says what to"
                                + " find out; it becomes trials, which workers train; what they show is read back as"
                                + " tables and figures.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
@Path("/")
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
