package dev.earlyphase.cli.api;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.contracts.study.AccuracyByDensity;
import dev.earlyphase.contracts.study.Page;
import dev.earlyphase.contracts.study.Plan;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;

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
        return Json.read(gateway.post("studies?dryRun=true", file).body(), Plan.class);
    }

    public Submission submit(StudyFile file) {
        HttpResponse<String> response = gateway.post("studies", file);
        return new Submission(Json.read(response.body(), StudyView.class), response.statusCode() == 201);
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

    /** A figure as the gateway writes it in a format: {@code json}, {@code csv} or {@code svg}. */
    public String figure(String id, String name, String format) {
        return gateway.get("studies/%s/figures/%s?format=%s".formatted(full(id), Gateway.encoded(name), format));
    }

    public AccuracyByDensity accuracyByDensity(String id) {
        return Json.read(figure(id, AccuracyByDensity.FIGURE, "json"), AccuracyByDensity.class);
    }

    /** Whether some study's id begins so. */
    public boolean isKnown(String beginning) {
        return !matching(beginning).isEmpty();
    }

    private List<String> matching(String beginning) {
        var ids = new ArrayList<String>();
        String path = "studies?limit=" + PAGE;
        for (Page<StudyView> page = Json.readPage(gateway.get(path), StudyView.class); ; ) {
            page.items().stream()
                    .map(StudyView::id)
                    .filter(id -> id.startsWith(beginning))
                    .forEach(ids::add);
            if (page.next() == null) {
                return ids;
            }
            page = Json.readPage(gateway.get(path + "&cursor=" + Gateway.encoded(page.next())), StudyView.class);
        }
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
