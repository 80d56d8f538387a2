package dev.earlyphase.gateway.archive;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.earlyphase.contracts.archive.Imported;
import dev.earlyphase.gateway.access.Callers;
import dev.earlyphase.gateway.access.SubmissionLimit;

/** Studies that come as one file. */
@Path("/api/v1/archives")
@RolesAllowed("researcher")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Archives")
public class ImportResource {
    private final Import imports;
    private final ArchiveConfig config;
    private final SubmissionLimit limit;
    private final Callers callers;

    ImportResource(Import imports, ArchiveConfig config, SubmissionLimit limit, Callers callers) {
        this.imports = imports;
        this.config = config;
        this.limit = limit;
        this.callers = callers;
    }

    @POST
    @Operation(
            summary = "Take in the archive of a study",
            description =
                    "The study becomes the caller's. Trials that are here already stay as they are; nothing is trained."
                            + " All of the archive is checked before anything is stored, and what was stored goes again if"
                            + " anything fails. Answers when the study and all its statistics are there.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = ExportResource.ZIP,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "A study that was not here",
            content = @Content(schema = @Schema(implementation = Imported.class)))
    @APIResponse(
            responseCode = "200",
            description = "A study that was here already, as it is",
            content = @Content(schema = @Schema(implementation = Imported.class)))
    public Response take(InputStream body) throws IOException {
        limit.take(callers.present().user());
        try (var spool = Spool.of(body, config)) {
            Imported imported = imports.take(spool.file());
            return Response.status(imported.created() ? Response.Status.CREATED : Response.Status.OK)
                    .location(URI.create("/api/v1/studies/" + imported.study()))
                    .entity(imported)
                    .build();
        }
    }
}
