package dev.earlyphase.orchestrator.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.study.Pretraining;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.contracts.trial.TrialId;

/**
 * One task for so long: what comes before the main task (section 5 of the paper).
 *
 * @param epochs as the study writes it
 */
record PretrainingTask(Task task, String epochs, int iterations, Start.Head head, Start.Counting counting) {
    /** Every task for every time, in the order of the request. */
    static List<PretrainingTask> of(Pretraining study, Setting setting) {
        List<Integer> times = times(study, setting);
        List<PretrainingTask> all = new ArrayList<>();
        for (int i = 0; i < study.tasks().size(); i++) {
            Task task = study.tasks().get(i);
            Kinds.check(task, "tasks[" + i + "]");
            Start.Head head = Kinds.keepsClasses(task.kind()) ? study.head() : Start.Head.REDRAWN;
            for (int j = 0; j < times.size(); j++) {
                String epochs = study.epochs().get(j).toString();
                all.add(new PretrainingTask(task, epochs, times.get(j), head, study.counting()));
            }
        }
        return all;
    }

    private static List<Integer> times(Pretraining study, Setting setting) {
        int warmup = setting.training().warmup().iterations();
        int last =
                switch (study.counting()) {
                    case ANEW -> Integer.MAX_VALUE;
                    case CONTINUED -> setting.end() - 1;
                };
        String allowed =
                switch (study.counting()) {
                    case ANEW -> "a moment after 0it and not before the end of the warm-up, " + warmup + "it";
                    case CONTINUED -> "a moment after 0it and before the end, " + setting.end() + "it";
                };
        List<Integer> times = new ArrayList<>();
        for (int i = 0; i < study.epochs().size(); i++) {
            Moment moment = study.epochs().get(i);
            String field = "epochs[" + i + "]";
            int iteration = Moments.within(moment, setting.perEpoch(), last, field, allowed);
            Check.that(iteration > 0 && iteration >= warmup, field, moment, allowed);
            Check.that(
                    !times.contains(iteration),
                    field,
                    moment,
                    "a moment that is not in the list yet, be it in other words");
            times.add(iteration);
        }
        return times;
    }

    /**
     * The run on the task.
     *
     * @param change of the weights before it; null for none
     * @param mask what is said of the mask in the role's variant; empty for none
     */
    TrialId pretrain(
            Draft draft, Setting setting, long seed, int level, MaskSource source, Perturbation change, String mask) {
        var spec = setting.learning(task, seed, setting.until(iterations), new Start.Initialisation(), source, change);
        String variant = Stream.of(label(), epochs, mask)
                .filter(part -> !part.isEmpty())
                .reduce((left, right) -> left + " " + right)
                .orElseThrow();
        return draft.add(spec, new TrialRole(seed, level, null, "pretraining", variant));
    }

    /** The state after it, as the beginning of the main task. */
    Start start(TrialId pretrained) {
        return new Start.Pretrained(pretrained, Moment.ofIterations(iterations), head, counting);
    }

    /** The kind, and what is unusual about it. */
    String label() {
        String fraction = task.fraction() == 1 ? "" : "-" + task.fraction();
        return task.kind()
                + fraction
                + switch (task.labels()) {
                    case PER_IMAGE -> "";
                    case PER_EPOCH -> "-per-epoch";
                };
    }
}
