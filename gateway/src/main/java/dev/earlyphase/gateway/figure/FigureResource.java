package dev.earlyphase.gateway.figure;

import java.util.LinkedHashMap;
import java.util.List;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.contracts.study.AccuracyByDensity;
import dev.earlyphase.gateway.orchestrator.Orchestrator;

/** The figures of a study, drawn from what is there now. */
@Path("/api/v1/studies/{id}/figures")
@RunOnVirtualThread
@Tag(name = "Figures", description = "What a study has found out")
public class FigureResource {
    private static final String ID = "Id of the study: 20 hexadecimal digits";

    private final Orchestrator orchestrator;
    private final Outcomes outcomes;

    FigureResource(@RestClient Orchestrator orchestrator, Outcomes outcomes) {
        this.orchestrator = orchestrator;
        this.outcomes = outcomes;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List figures", description = "Those that can be had of this study, in each format.")
    public List<FigureView> figures(@Parameter(description = ID) @PathParam("id") String id) {
        String figure = "/api/v1/studies/" + orchestrator.study(id).id() + "/figures/" + AccuracyByDensity.FIGURE;
        var links = new LinkedHashMap<String, String>();
        for (FigureFormat format : FigureFormat.values()) {
            links.put(format.id(), figure + "." + format.id());
        }
        return List.of(new FigureView(AccuracyByDensity.FIGURE, "Test accuracy by density", links));
    }

    @GET
    @Path("/{figure}")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "image/svg+xml"})
    @Operation(
            summary = "Read a figure",
            description = "`accuracy-by-density`: test accuracy at the end of training, its mean and sample standard"
                    + " deviation over seeds, one curve for each rewinding point; the dense runs stand in every curve at"
                    + " level 0. A trial that diverged has no accuracy and is left out of its point. While trials are to"
                    + " end yet the figure is not `complete`, and the drawing says partial.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AccuracyByDensity.class)),
                @Content(mediaType = "text/csv"),
                @Content(mediaType = "image/svg+xml")
            })
    public Response figure(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = "accuracy-by-density, also with .json, .csv or .svg after it") @PathParam("figure")
                    String name,
            @Parameter(
                            description = "Default: by the name's ending, else by the Accept header",
                            schema = @Schema(enumeration = {"json", "csv", "svg"}))
                    @QueryParam("format")
                    String format,
            @Context HttpHeaders headers) {
        int stop = name.indexOf('.');
        String ending = stop < 0 ? "" : name.substring(stop);
        if (!name.equals(AccuracyByDensity.FIGURE + ending)) {
            throw new NotFound("figure", name);
        }
        var chosen = FigureFormat.choose(format, ending, headers.getAcceptableMediaTypes());
        var study = orchestrator.study(id);
        var figure = Curves.of(study, outcomes.of(study.id()));
        Object written =
                switch (chosen) {
                    case JSON -> figure;
                    case CSV -> Csv.of(figure);
                    case SVG -> AccuracyPlot.svg(figure);
                };
        return Response.ok(written, chosen.mediaType()).build();
    }
}
