package dev.earlyphase.orchestrator.queue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.RunOnVirtualThread;

import dev.earlyphase.contracts.queue.QueueView;
import dev.earlyphase.orchestrator.store.Transactions;

/** The queue, for the gateway. */
@Path("/internal/queue")
@RunOnVirtualThread
public class QueueResource {
    private final Queue queue;

    QueueResource(Queue queue) {
        this.queue = queue;
    }

    @GET
    public QueueView queue() {
        return Transactions.call(queue::present);
    }
}
