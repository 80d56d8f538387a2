package dev.earlyphase.orchestrator.trial;

import java.util.List;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.RunOnVirtualThread;

import dev.earlyphase.contracts.study.AttemptView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.orchestrator.store.Transactions;

/** Trials by themselves; an id may be cut to its first digits, at least eight. */
@Path("/internal/trials/{id}")
@RunOnVirtualThread
public class TrialResource {
    private final Trials trials;
    private final Checkpoints checkpoints;
    private final AttemptHistory history;
    private final TrialRetry retry;
    private final TrialReplay replay;

    TrialResource(
            Trials trials, Checkpoints checkpoints, AttemptHistory history, TrialRetry retry, TrialReplay replay) {
        this.trials = trials;
        this.checkpoints = checkpoints;
        this.history = history;
        this.retry = retry;
        this.replay = replay;
    }

    @GET
    public TrialView read(String id) {
        return Transactions.call(() -> TrialViews.of(trials.named(id), null));
    }

    @GET
    @Path("/checkpoints")
    public List<CheckpointView> checkpoints(String id) {
        return Transactions.call(() -> checkpoints.of(trials.named(id).trialId()).stream()
                .map(CheckpointView::of)
                .toList());
    }

    @GET
    @Path("/attempts")
    public List<AttemptView> attempts(String id) {
        return Transactions.call(() -> history.of(trials.named(id).trialId()));
    }

    @POST
    @Path("/retry")
    public TrialView retry(String id) {
        retry.retry(id);
        return read(id);
    }

    /** 409 unless it is completed; what it comes to stands in the view's verification. */
    @POST
    @Path("/replay")
    public TrialView replay(String id) {
        replay.replay(id);
        return read(id);
    }
}
