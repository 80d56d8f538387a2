package dev.earlyphase.orchestrator.worker;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A worker with what it does, as the API shows it.
 *
 * @param accepting false once it is stopping
 * @param running how many trials it has claimed
 * @param trials those, the longest at work first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkerView(
        String worker, String engine, int slots, boolean accepting, int running, Instant lastSeen, List<Work> trials) {
    static WorkerView of(Worker worker, List<Work> trials) {
        return new WorkerView(
                worker.name(),
                worker.engine(),
                worker.slots(),
                worker.accepting(),
                worker.running(),
                worker.lastSeen(),
                trials);
    }
}
