package dev.earlyphase.cli.study;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.TextTable;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.StudyView.Progress;

/** {@code list}. */
@Command(
        name = "list",
        description = "List studies, the newest first.",
        footer = {
            "",
            "Examples:",
            "  earlyphase list",
            "  earlyphase list --state running --owner ada",
            "  earlyphase list --text tickets --json | jq -r '.[].id'"
        })
public final class ListCommand implements Runnable {
    private static final int LONGEST_NAME = 32;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only those in this state: running, completed, failed or cancelled.")
    private String state;

    @Option(names = "--owner", paramLabel = "USER", description = "Only those of this user.")
    private String owner;

    @Option(names = "--recipe", paramLabel = "RECIPE", description = "Only those of this recipe.")
    private String recipe;

    @Option(names = "--text", paramLabel = "TEXT", description = "Only those whose name or id has this text in it.")
    private String text;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "50",
            description = "So many at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        if (limit < 1) {
            throw Failure.ofUsage("--limit: got " + limit + "; allowed: a whole number of at least 1");
        }
        StudyView.State wanted = state == null ? null : state(state);
        // One more, to know whether there are more.
        List<StudyView> found = gatewayOption
                .gateway()
                .studies()
                .newest(owner)
                .filter(study -> wanted == null || study.state() == wanted)
                .filter(study -> recipe == null || recipe.equals(study.recipe()))
                .filter(study -> text == null || holds(study, text))
                .limit(limit + 1L)
                .toList();
        List<StudyView> shown = found.subList(0, Math.min(limit, found.size()));
        json.print(shown, terminal -> tell(shown, found.size() > limit, terminal));
    }

    private void tell(List<StudyView> studies, boolean more, Terminal terminal) {
        if (studies.isEmpty()) {
            terminal.line("No study%s. To submit one: earlyphase submit FILE", isFiltered() ? " is like that" : " yet");
            return;
        }
        var table = new TextTable("STUDY", "NAME", "RECIPE", "STATE", "DONE", "TRIALS", "OWNER", "AGE").left(1, 2, 3);
        Instant now = Instant.now();
        studies.forEach(study -> table.row(
                study.id().substring(0, Math.min(12, study.id().length())),
                name(study),
                study.recipe(),
                study.state().id(),
                done(study.progress()),
                Words.number(study.progress().of()),
                study.owner() == null ? "" : Words.safe(study.owner()),
                Words.age(Duration.between(study.submitted(), now))));
        table.lines(terminal.lineWidth()).forEach(terminal::line);
        if (more) {
            terminal.line("There are more: --limit N");
        }
    }

    private boolean isFiltered() {
        return state != null || owner != null || recipe != null || text != null;
    }

    private static String name(StudyView study) {
        String name = Words.safe(study.name());
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
    }

    /** Of its iterations, rounded down: what is not done is not 100 %. */
    private static String done(Progress progress) {
        long percent = progress.ofIterations() == 0 ? 0 : 100 * progress.iterations() / progress.ofIterations();
        return percent + " %";
    }

    private static boolean holds(StudyView study, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return study.name().toLowerCase(Locale.ROOT).contains(wanted)
                || study.id().contains(wanted);
    }

    private static StudyView.State state(String id) {
        for (StudyView.State state : StudyView.State.values()) {
            if (state.id().equals(id)) {
                return state;
            }
        }
        throw Failure.ofUsage("--state: got " + id + "; allowed: running, completed, failed or cancelled");
    }
}
