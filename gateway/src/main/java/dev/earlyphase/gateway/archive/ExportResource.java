package dev.earlyphase.gateway.archive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.archive.CheckpointChoice;
import dev.earlyphase.gateway.orchestrator.Orchestrator;
import dev.earlyphase.gateway.study.StudyResource;

/** A study as one file. */
@Path("/api/v1/studies/{id}/archive")
@RolesAllowed("viewer")
@RunOnVirtualThread
@Tag(name = "Archives", description = "Whole studies, from one installation into another")
public class ExportResource {
    static final String ZIP = "application/zip";

    private final Orchestrator orchestrator;
    private final Export export;

    ExportResource(@RestClient Orchestrator orchestrator, Export export) {
        this.orchestrator = orchestrator;
        this.export = export;
    }

    @GET
    @Operation(
            summary = "Download a study as an archive",
            description =
                    "A ZIP file with what was submitted, all trials with their results and provenance, all statistics,"
                            + " the figures, masks and the chosen weights as safetensors, checksums, and a README that says"
                            + " how to load it. A conflict while the study has not ended. A download that breaks off cannot be opened.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response archive(
            @Parameter(description = StudyResource.ID) @PathParam("id") String id,
            @Parameter(
                            description = "Which weights: none, those at the end of each trial, or all that are kept",
                            schema =
                                    @Schema(
                                            enumeration = {"none", "final", "all"},
                                            defaultValue = "all"))
                    @QueryParam("checkpoints")
                    String checkpoints) {
        var choice = checkpoints == null ? CheckpointChoice.ALL : CheckpointChoice.of(checkpoints);
        var study = orchestrator.study(id);
        var archived = export.check(study);
        return Response.ok((StreamingOutput) out -> export.write(study, archived, choice, out), ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"earlyphase-" + study.id() + ".zip\"")
                .build();
    }
}
