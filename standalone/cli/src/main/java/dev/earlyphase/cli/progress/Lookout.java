package dev.earlyphase.cli.progress;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.progress.Look.Ended;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;

/** Looks at a study again and again, and asks for its trials only where somebody wants to see them. */
final class Lookout {
    /** A page of the API, so that looking is one call. */
    private static final int MOST_TRIALS = 500;

    private final Studies studies;
    private final boolean trialsToo;
    private List<TrialView> before = List.of();
    private Optional<Ended> last = Optional.empty();
    private boolean begun;

    Lookout(Studies studies, boolean trialsToo) {
        this.studies = studies;
        this.trialsToo = trialsToo;
    }

    Look look(String id) {
        StudyView study = studies.read(id);
        if (!trialsToo) {
            return new Look(study, List.of(), last);
        }
        List<TrialView> running = studies.trials(study.id(), TrialState.RUNNING, MOST_TRIALS);
        Stream<Ended> ended = begun ? endedSince(running) : endedBefore(study);
        last = Stream.concat(last.stream(), ended).max(Comparator.comparing(Ended::at));
        before = running;
        begun = true;
        return new Look(study, running, last);
    }

    /** Of a study too large for one call nothing is known yet. */
    private Stream<Ended> endedBefore(StudyView study) {
        return study.progress().of() > MOST_TRIALS
                ? Stream.empty()
                : studies.trials(study.id(), TrialState.COMPLETED, MOST_TRIALS).stream()
                        .flatMap(trial -> ended(TrialName.of(trial), trial));
    }

    private Stream<Ended> endedSince(List<TrialView> running) {
        return before.stream()
                .filter(trial -> running.stream().noneMatch(now -> now.id().equals(trial.id())))
                .flatMap(trial -> ended(
                        TrialName.of(trial),
                        studies.gateway().trials().read(trial.id().value())));
    }

    private static Stream<Ended> ended(String name, TrialView trial) {
        return trial.state() == TrialState.COMPLETED && trial.result() != null && trial.ended() != null
                ? Stream.of(new Ended(name, trial.result().testAccuracy(), trial.ended()))
                : Stream.empty();
    }
}
