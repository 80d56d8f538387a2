package dev.earlyphase.cli.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.earlyphase.cli.terminal.Size;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.trial.TrialState;

/** A study in progress as lines that fit a terminal: the totals, the states, a bar for each running trial. */
final class LiveLines {
    private LiveLines() {}

    /** @param perSecond iterations of the study; 0 where that is not known */
    static List<String> of(Look look, double perSecond, Size size) {
        StudyView study = look.study();
        var lines = new ArrayList<>(ProgressLine.lines(study.progress(), perSecond));
        look.last()
                .map(ended -> "last accuracy %s, %s".formatted(Words.percent(ended.accuracy()), ended.trial()))
                .ifPresent(lines::add);
        lines.add(states(study));
        if (look.running().isEmpty()) {
            lines.add(idle(study));
            return lines;
        }
        lines.add("");
        // The last row of the terminal is the cursor's.
        int room = Math.max(1, size.rows() - 1 - lines.size());
        int shown = look.running().size() <= room ? look.running().size() : Math.max(0, room - 1);
        lines.addAll(TrialBars.lines(look.running().subList(0, shown), size.columns() - 1));
        if (shown < look.running().size()) {
            lines.add("and " + Words.count(look.running().size() - shown, "more trial") + " at work");
        }
        return lines;
    }

    private static String states(StudyView study) {
        return Stream.of(TrialState.values())
                .filter(state -> study.trials().getOrDefault(state, 0) > 0)
                .map(state -> Words.number(study.trials().get(state)) + " " + state.id())
                .collect(Collectors.joining(", "));
    }

    private static String idle(StudyView study) {
        boolean offered = study.trials().getOrDefault(TrialState.READY, 0) > 0
                || study.trials().getOrDefault(TrialState.DISPATCHED, 0) > 0;
        return offered ? "no trial runs: waiting for a free worker" : "no trial runs";
    }
}
