package dev.earlyphase.cli.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.contracts.study.Page;
import dev.earlyphase.contracts.study.Plan;
import dev.earlyphase.contracts.study.Storage;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;

/** Calls on studies. An id may be abbreviated as long as it fits one study only. */
public record Studies(Gateway gateway) {
    private static final int ID_LENGTH = 20;
    private static final int PAGE = 500;

    /**
     * A study taken in.
     *
     * @param isNew false when the same study was known already
     */
    public record Submission(StudyView study, boolean isNew) {}

    public Plan plan(StudyFile file) {
        return Json.read(gateway.post("studies?dryRun=true", file).text(), Plan.class);
    }

    public Submission submit(StudyFile file) {
        Reply reply = gateway.post("studies", file);
        return new Submission(Json.read(reply.text(), StudyView.class), reply.status() == 201);
    }

    public StudyView read(String id) {
        return Json.read(gateway.get("studies/" + full(id)), StudyView.class);
    }

    public StudyView cancel(String id) {
        return Json.read(gateway.post("studies/" + full(id) + "/cancel"), StudyView.class);
    }

    public StudyView retry(String id) {
        return Json.read(gateway.post("studies/" + full(id) + "/retry"), StudyView.class);
    }

    /** All trials of a study. */
    public List<TrialView> trials(String id) {
        var trials = new ArrayList<TrialView>();
        String path = "studies/" + full(id) + "/trials?limit=" + PAGE;
        for (Page<TrialView> page = Json.readPage(gateway.get(path), TrialView.class); ; ) {
            trials.addAll(page.items());
            if (page.next() == null) {
                return trials;
            }
            page = Json.readPage(gateway.get(path + "&cursor=" + Gateway.encoded(page.next())), TrialView.class);
        }
    }

    /** The first trials of a study that are in a state, of its own whole id. */
    public List<TrialView> trials(String study, TrialState state, int most) {
        String path = "studies/%s/trials?state=%s&limit=%d".formatted(Gateway.encoded(study), state.id(), most);
        return Json.readPage(gateway.get(path), TrialView.class).items();
    }

    public Figures figures(String id) {
        return new Figures(gateway, full(id));
    }

    /** Where each result of a study comes from, as JSON for people, its pages put together. */
    public String provenance(String id) {
        String path = "studies/" + full(id) + "/provenance";
        ObjectNode whole = Json.read(gateway.get(path), ObjectNode.class);
        JsonNode next = whole.remove("next");
        while (next != null) {
            ObjectNode page = Json.read(gateway.get(path + "?cursor=" + next.asText()), ObjectNode.class);
            whole.withArray("trials").addAll((ArrayNode) page.get("trials"));
            next = page.remove("next");
        }
        return Json.write(whole);
    }

    /** What it holds in the object store, and what deleting it would free. */
    public Storage storage(String id) {
        return Json.read(gateway.get("studies/" + full(id) + "/storage"), Storage.class);
    }

    /** What was freed. */
    public Storage delete(String id) {
        return Json.read(gateway.delete("studies/" + full(id)), Storage.class);
    }

    /** Whether some study's id begins so. */
    public boolean isKnown(String beginning) {
        return !matching(beginning).isEmpty();
    }

    /** All, the newest first, or those of one user; asked for page by page, as far as they are wanted. */
    public Stream<StudyView> newest(String owner) {
        String path = "studies?limit=" + PAGE + (owner == null ? "" : "&owner=" + Gateway.encoded(owner));
        return Stream.iterate(
                        Optional.of(Json.readPage(gateway.get(path), StudyView.class)),
                        Optional::isPresent,
                        page -> page.map(Page::next)
                                .map(next -> Json.readPage(
                                        gateway.get(path + "&cursor=" + Gateway.encoded(next)), StudyView.class)))
                .flatMap(page -> page.orElseThrow().items().stream());
    }

    private List<String> matching(String beginning) {
        return newest(null)
                .map(StudyView::id)
                .filter(id -> id.startsWith(beginning))
                .toList();
    }

    private String full(String id) {
        if (id.length() >= ID_LENGTH) {
            return Gateway.encoded(id);
        }
        List<String> matching = matching(id);
        return switch (matching.size()) {
            case 0 -> throw Failure.ofWork("There is no study whose id begins with " + id + ".");
            case 1 -> matching.getFirst();
            default ->
                throw Failure.ofUsage("STUDY: got " + id + ", with which " + matching.size()
                        + " studies begin; allowed: enough of one of " + String.join(", ", matching));
        };
    }
}
