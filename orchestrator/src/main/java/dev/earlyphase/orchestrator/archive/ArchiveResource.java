package dev.earlyphase.orchestrator.archive;

import java.io.InputStream;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.smallrye.common.annotation.RunOnVirtualThread;

import dev.earlyphase.contracts.archive.ArchivePage;
import dev.earlyphase.contracts.archive.Imported;
import dev.earlyphase.contracts.archive.Reservation;
import dev.earlyphase.orchestrator.access.Callers;
import dev.earlyphase.orchestrator.json.JsonReader;

/**
 * Archives, for the gateway. An import is begun, then its statistics are told of, then it is taken in; or it is given up.
 * Bodies have a study in the first line and a trial in each further one, as JSON, and are {@code application/x-ndjson}.
 */
@Path("/internal/archives")
@RunOnVirtualThread
public class ArchiveResource {
    private static final int PAGE = 100;

    private final Reading reading;
    private final Import imports;
    private final Reservations reservations;
    private final JsonReader json;
    private final Callers callers;

    ArchiveResource(Reading reading, Import imports, Reservations reservations, JsonReader json, Callers callers) {
        this.reading = reading;
        this.imports = imports;
        this.reservations = reservations;
        this.json = json;
        this.callers = callers;
    }

    @GET
    @Path("/{id}")
    public ArchivePage page(String id, @QueryParam("cursor") @DefaultValue("0") int cursor) {
        return reading.page(id, cursor, PAGE);
    }

    @POST
    public Reservation begin(InputStream body) {
        return imports.begin(new ArchiveBody(body, json), callers.present());
    }

    @POST
    @Path("/{id}/statistics")
    public void tellStatistics(String id) {
        reservations.tellStatistics(id, callers.present());
    }

    @POST
    @Path("/{id}/study")
    public Imported takeIn(String id, InputStream body) {
        return imports.takeIn(id, new ArchiveBody(body, json), callers.present());
    }

    @DELETE
    @Path("/{id}")
    public void giveUp(String id) {
        reservations.giveUp(id, callers.present());
    }
}
