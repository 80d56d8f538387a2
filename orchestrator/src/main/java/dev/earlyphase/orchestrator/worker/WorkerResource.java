package dev.earlyphase.orchestrator.worker;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.RunOnVirtualThread;

import dev.earlyphase.contracts.claim.Heartbeat;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.orchestrator.store.Transactions;

/** Heartbeats of workers, and the list of those that beat. */
@Path("/internal")
@RunOnVirtualThread
public class WorkerResource {
    private final Workers workers;
    private final Heartbeats heartbeats;

    WorkerResource(Workers workers, Heartbeats heartbeats) {
        this.workers = workers;
        this.heartbeats = heartbeats;
    }

    @GET
    @Path("/workers")
    public List<WorkerView> workers() {
        return Transactions.call(workers::busy);
    }

    @POST
    @Path("/heartbeats")
    @RolesAllowed("worker")
    public Orders beat(Heartbeat heartbeat) {
        Check.given(heartbeat.worker(), "worker", "the name of the worker");
        Check.given(heartbeat.engine(), "engine", "the name of the engine");
        Check.atLeast(0, heartbeat.slots(), "slots");
        return heartbeats.beat(heartbeat);
    }
}
