package dev.earlyphase.cli.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.earlyphase.cli.progress.TrialName;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.StudyView.Progress;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;

/** A study as it stands, in lines for people. */
final class StudyLines {
    private StudyLines() {}

    static List<String> of(StudyView study) {
        var lines = new ArrayList<String>();
        lines.add(study.id() + "  " + Words.safe(study.name()));
        lines.add("  state      " + study.state().id() + ", submitted " + study.submitted()
                + (study.owner() == null ? "" : " by " + Words.safe(study.owner())));
        lines.add("  recipe     " + study.recipe()
                + (study.request() == null
                        ? ""
                        : ", " + study.request().network().id() + " on "
                                + study.request().dataset().id()));
        lines.add("  trials     " + Words.number(study.progress().of()) + ": " + states(study));
        lines.add("  iterations " + iterations(study.progress()));
        String brief = study.id().substring(0, Math.min(12, study.id().length()));
        lines.add("  more       earlyphase show " + brief + " --trials, results " + brief + ", open " + brief);
        return lines;
    }

    /** Which trial failed and why. */
    static String failure(TrialView trial) {
        return "  failed     %s (%s): %s"
                .formatted(
                        trial.id().brief(),
                        TrialName.of(trial),
                        trial.reason() == null ? "no reason was told" : Words.safe(trial.reason()));
    }

    private static String states(StudyView study) {
        return Stream.of(TrialState.values())
                .filter(state -> study.trials().getOrDefault(state, 0) > 0)
                .map(state -> Words.number(study.trials().get(state)) + " " + state.id())
                .collect(Collectors.joining(", "));
    }

    private static String iterations(Progress progress) {
        String done = Words.number(progress.iterations()) + " of " + Words.number(progress.ofIterations());
        return progress.secondsLeft() == null
                ? done
                : "%s, %s it/s, %s left"
                        .formatted(
                                done,
                                Words.rate(progress.iterationsPerSecond()),
                                Words.time(Duration.ofSeconds(Math.round(progress.secondsLeft()))));
    }
}
