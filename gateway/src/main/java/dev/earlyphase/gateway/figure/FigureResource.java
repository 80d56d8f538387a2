package dev.earlyphase.gateway.figure;

import java.util.LinkedHashMap;
import java.util.List;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.format.Format;
import dev.earlyphase.gateway.orchestrator.Orchestrator;
import dev.earlyphase.gateway.study.StudyResource;

import static dev.earlyphase.gateway.parameter.QueryParameter.flag;

/** The figures of a study, drawn from what is there now. */
@Path("/api/v1/studies/{id}/figures")
@RolesAllowed("viewer")
@RunOnVirtualThread
@Tag(name = "Figures", description = "What a study has found out")
public class FigureResource {
    private static final String ID = StudyResource.ID;
    private static final List<Format> FORMATS = List.of(Format.values());

    private final Orchestrator orchestrator;
    private final Figures figures;
    private final FigureFiles files;
    private final FigureBodies bodies;

    FigureResource(@RestClient Orchestrator orchestrator, Figures figures, FigureFiles files, FigureBodies bodies) {
        this.orchestrator = orchestrator;
        this.figures = figures;
        this.files = files;
        this.bodies = bodies;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List figures", description = "Those that can be had of this study, in each format.")
    public List<FigureView> figures(@Parameter(description = ID) @PathParam("id") String id) {
        var study = orchestrator.study(id);
        return figures.of(study).stream()
                .map(rule -> new FigureView(rule.name(), rule.title(), links(study, rule.name())))
                .toList();
    }

    @GET
    @Path("/{figure}")
    @Produces({MediaType.APPLICATION_JSON, Format.CSV_TYPE, Format.PARQUET_TYPE, "image/svg+xml", "image/png"})
    @Operation(
            summary = "Read a figure",
            description =
                    "Panels of curves, aggregated over seeds: mean, sample standard deviation, count. What is drawn as"
                            + " per cent is a share from 0 to 1. A trial that diverged has no accuracy and is left out of its"
                            + " point. While trials are to end yet the figure is not `complete`, and the drawing says partial. CSV and"
                            + " Parquet have a row for each value that a point is the mean of, with the trial and iteration from which it"
                            + " comes.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Figure.class)),
                @Content(mediaType = Format.CSV_TYPE),
                @Content(mediaType = Format.PARQUET_TYPE),
                @Content(mediaType = "image/svg+xml"),
                @Content(mediaType = "image/png")
            })
    public Response figure(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(
                            description =
                                    "Its name, such as figure-5; also with .json, .csv, .parquet, .svg or .png after it")
                    @PathParam("figure")
                    String name,
            @Parameter(
                            description = Format.PARAMETER,
                            schema = @Schema(enumeration = {"json", "csv", "parquet", "svg", "png"}))
                    @QueryParam("format")
                    String format,
            @Parameter(
                            description = "Each seed too: in JSON as samples, in drawings as thin lines",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("seeds")
                    String seeds,
            @Context HttpHeaders headers) {
        int stop = name.indexOf('.');
        String ending = stop < 0 ? "" : name.substring(stop);
        var chosen = format == null && !ending.isEmpty()
                ? ofEnding(ending)
                : Format.choose(format, headers.getAcceptableMediaTypes(), FORMATS);
        boolean samples = flag("seeds", seeds);
        var study = orchestrator.study(id);
        String plain = name.substring(0, name.length() - ending.length());
        return switch (chosen) {
            case CSV, PARQUET -> chosen.answer(FigureTable.of(figures.figure(study, plain, true)));
            case JSON, SVG, PNG ->
                Response.ok(
                                bodies.body(
                                        study,
                                        plain,
                                        chosen,
                                        samples,
                                        () -> files.body(figures.figure(study, plain, samples), chosen)),
                                chosen.mediaType())
                        .build();
        };
    }

    private static Format ofEnding(String ending) {
        return Format.find(ending.substring(1), FORMATS)
                .orElseThrow(() -> new Invalid(
                        "figure", ending, "a name without ending, or with the ending " + Format.ids(FORMATS)));
    }

    private static LinkedHashMap<String, String> links(StudyView study, String figure) {
        var links = new LinkedHashMap<String, String>();
        for (Format format : FORMATS) {
            links.put(format.id(), "/api/v1/studies/" + study.id() + "/figures/" + figure + "." + format.id());
        }
        return links;
    }
}
