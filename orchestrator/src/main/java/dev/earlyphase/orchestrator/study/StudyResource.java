package dev.earlyphase.orchestrator.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.study.Page;
import dev.earlyphase.contracts.study.Storage;
import dev.earlyphase.contracts.study.StudyGraph;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.access.Callers;
import dev.earlyphase.orchestrator.page.Window;
import dev.earlyphase.orchestrator.store.Transactions;

/** Studies, for the gateway. */
@Path("/internal/studies")
@RunOnVirtualThread
public class StudyResource {
    private final Studies studies;
    private final StudyTrials trials;
    private final RecentGroups recent;
    private final StudyGraphs graphs;
    private final Submission submission;
    private final Planning planning;
    private final Cancellation cancellation;
    private final StudyRetry retry;
    private final StudyStorage storage;
    private final Deletion deletion;
    private final ExpansionTurns turns;
    private final Callers callers;

    StudyResource(
            Studies studies,
            StudyTrials trials,
            RecentGroups recent,
            StudyGraphs graphs,
            Submission submission,
            Planning planning,
            Cancellation cancellation,
            StudyRetry retry,
            StudyStorage storage,
            Deletion deletion,
            ExpansionTurns turns,
            Callers callers) {
        this.studies = studies;
        this.trials = trials;
        this.recent = recent;
        this.graphs = graphs;
        this.submission = submission;
        this.planning = planning;
        this.cancellation = cancellation;
        this.retry = retry;
        this.storage = storage;
        this.deletion = deletion;
        this.turns = turns;
        this.callers = callers;
    }

    /** 201 for a new study, 200 for one that is known already; with {@code dryRun} 200 and its plan. */
    @POST
    public Response submit(StudyRequest request, @QueryParam("dryRun") @DefaultValue("false") String dryRun) {
        if (flag("dryRun", dryRun)) {
            return Response.ok(turns.take(() -> planning.plan(request))).build();
        }
        String owner = callers.present().user();
        Submission.Receipt receipt = turns.take(() -> submission.submit(request, owner));
        Response.Status status = receipt.created() ? Response.Status.CREATED : Response.Status.OK;
        return Response.status(status).entity(read(receipt.study())).build();
    }

    @GET
    public Page<StudyView> list(
            @QueryParam("owner") String owner,
            @QueryParam("text") String text,
            @QueryParam("network") String network,
            @QueryParam("recipe") String recipe,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        Window window = Window.of(cursor, limit);
        StudyFilter filter = StudyFilter.of(owner, text, network, recipe, state);
        return Transactions.call(
                () -> window.page(studies.newest(window, filter), study -> study.number, this::listed));
    }

    @GET
    @Path("/{id}")
    public StudyView read(String id) {
        return Transactions.call(() ->
                StudyViews.whole(studies.named(id), trials.groups(List.of(id)).getOrDefault(id, List.of())));
    }

    @GET
    @Path("/{id}/trials")
    public Page<TrialView> trials(
            String id,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        Window window = Window.of(cursor, limit);
        TrialState wanted = state == null ? null : state(state);
        return Transactions.call(() -> trials.page(studies.named(id).id, wanted, window));
    }

    @GET
    @Path("/{id}/graph")
    public StudyGraph graph(String id) {
        return Transactions.call(() -> graphs.of(studies.named(id).id));
    }

    @POST
    @Path("/{id}/cancel")
    public StudyView cancel(String id) {
        cancellation.cancel(id, callers.present());
        recent.forget(id);
        return read(id);
    }

    @POST
    @Path("/{id}/retry")
    public StudyView retry(String id) {
        retry.retry(id);
        recent.forget(id);
        return read(id);
    }

    @GET
    @Path("/{id}/storage")
    public Storage storage(String id) {
        return Transactions.call(() -> storage.of(id));
    }

    /** Answers what was freed; 409 while trials of it that no other study has are still to end. */
    @DELETE
    @Path("/{id}")
    public Storage delete(String id) {
        return deletion.delete(id, callers.present());
    }

    private List<StudyView> listed(List<Study> rows) {
        Map<String, List<StudyTrials.Group>> groups =
                recent.of(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> StudyViews.listed(row, groups.getOrDefault(row.id, List.of())))
                .toList();
    }

    private static boolean flag(String field, String text) {
        return switch (text) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw new Invalid(field, text, "true or false");
        };
    }

    private static TrialState state(String id) {
        return Arrays.stream(TrialState.values())
                .filter(state -> state.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "state",
                        id,
                        "one of "
                                + Arrays.stream(TrialState.values())
                                        .map(TrialState::id)
                                        .collect(Collectors.joining(", "))));
    }
}
