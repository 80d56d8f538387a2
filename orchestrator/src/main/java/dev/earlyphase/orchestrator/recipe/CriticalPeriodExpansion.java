package dev.earlyphase.orchestrator.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.study.CriticalPeriod;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;

/**
 * Critical periods (Achille et al. 2019). One run keeps the deficit to the end; what recovers from it at t1 parts from
 * that run there, momentum restored, so that the deficit up to every t1 is trained once. Where t1 is the end there is
 * nothing to recover: that is the run with the deficit itself.
 */
record CriticalPeriodExpansion(CriticalPeriod study) implements Experiment {
    private static final int USUAL = 6;

    @Override
    public TrialCount count() {
        int until = study.until() == null ? USUAL : study.until().size();
        return new TrialCount(study.seeds().size() * (2L + until), "seeds × (2 + until)", "until");
    }

    @Override
    public void draft(Draft draft, Setting setting) {
        Kinds.check(study.deficit(), "deficit");
        Check.that(
                Kinds.keepsClasses(study.deficit().kind()),
                "deficit.kind",
                study.deficit().kind(),
                "a task with the classes of the data set, so that training can go on without it");
        RewindingPoint from = RewindingPoint.of(study.from(), setting, "from");
        List<RewindingPoint> until = study.until() == null ? usual(from, setting.end()) : given(from, setting);
        for (long seed : study.seeds()) {
            TrialId dense = new Trunk(draft, setting, seed).dense();
            Start start = Rewinding.PARTING.start(dense, from);
            TrialId deficit = draft.add(
                    setting.learning(study.deficit(), seed, setting.training(), start, new MaskSource.Dense(), null),
                    new TrialRole(
                            seed, 0, null, "deficit", setting.training().end().toString()));
            until.stream()
                    .filter(point -> point.iteration() < setting.end())
                    .forEach(point -> draft.add(
                            setting.spec(seed, Rewinding.PARTING.start(deficit, point), new MaskSource.Dense()),
                            new TrialRole(seed, 0, null, "recovered", point.name())));
        }
    }

    /** Between t0 and the end, all the same distance apart. */
    private static List<RewindingPoint> usual(RewindingPoint from, int end) {
        return IntStream.rangeClosed(1, USUAL)
                .map(i -> from.iteration() + (int) ((long) (end - from.iteration()) * i / (USUAL + 1)))
                .filter(iteration -> iteration > from.iteration())
                .distinct()
                .mapToObj(iteration -> new RewindingPoint(iteration + "it", iteration))
                .toList();
    }

    private List<RewindingPoint> given(RewindingPoint from, Setting setting) {
        String allowed = "a moment after " + from.name() + " and not after the end, " + setting.end()
                + "it, that is not in the list yet";
        List<RewindingPoint> points = new ArrayList<>();
        for (int i = 0; i < study.until().size(); i++) {
            Moment moment = study.until().get(i);
            String field = "until[" + i + "]";
            int iteration = Moments.within(moment, setting.perEpoch(), setting.end(), field, allowed);
            Check.that(
                    iteration > from.iteration() && points.stream().noneMatch(point -> point.iteration() == iteration),
                    field,
                    moment,
                    allowed);
            points.add(new RewindingPoint(moment.toString(), iteration));
        }
        return points;
    }
}
