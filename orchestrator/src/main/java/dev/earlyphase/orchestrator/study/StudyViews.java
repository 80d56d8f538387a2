package dev.earlyphase.orchestrator.study;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.StudyView.Progress;
import dev.earlyphase.contracts.study.StudyView.State;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.study.StudyTrials.Group;

/** Studies as the API shows them: what they are follows from how their trials stand. */
final class StudyViews {
    private StudyViews() {}

    static StudyView whole(Study study, List<Group> groups) {
        return view(study, groups, study.request);
    }

    static StudyView listed(Study study, List<Group> groups) {
        return view(study, groups, null);
    }

    private static StudyView view(Study study, List<Group> groups, StudyRequest request) {
        Map<TrialState, Integer> counts = new EnumMap<>(TrialState.class);
        groups.forEach(group -> counts.put(group.trialState(), group.trials()));
        return new StudyView(
                study.id,
                study.name,
                study.request.recipe().id(),
                state(study.cancelled, counts.keySet()),
                study.owner,
                study.submitted,
                counts,
                progress(groups),
                request);
    }

    static State state(boolean cancelled, Collection<TrialState> states) {
        if (cancelled) {
            return State.CANCELLED;
        }
        if (states.stream().anyMatch(state -> !state.ended())) {
            return State.RUNNING;
        }
        boolean allWell = states.stream().allMatch(StudyViews::isResult);
        return allWell ? State.COMPLETED : State.FAILED;
    }

    private static boolean isResult(TrialState state) {
        return state == TrialState.COMPLETED || state == TrialState.DIVERGED;
    }

    static Progress progress(List<Group> groups) {
        int ended = 0;
        int of = 0;
        long done = 0;
        long length = 0;
        long left = 0;
        double rate = 0;
        for (Group group : groups) {
            of += group.trials();
            done += group.done();
            length += group.length();
            rate += group.rate();
            if (group.trialState().ended()) {
                ended += group.trials();
            } else {
                left += group.length() - group.done();
            }
        }
        return new Progress(ended, of, done, length, rate, rate > 0 ? left / rate : null);
    }
}
