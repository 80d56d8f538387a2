package dev.earlyphase.core.schedule;

import java.util.List;

import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.engine.Update;

/**
 * The learning rate of each iteration: the base rate times {@code decay} for every milestone passed, rising linearly
 * from 0 during warm-up.
 *
 * @param milestones first iterations with a lower rate, ascending
 * @param warmup iterations during which the rate rises; iteration i of them has the share i / warmup
 * @param origin the iteration at which the schedule starts: 0, or the rewinding point where it restarts there
 */
public record Schedule(
        double base,
        double decay,
        List<Integer> milestones,
        int warmup,
        double momentum,
        double weightDecay,
        int origin) {
    public Schedule {
        milestones = List.copyOf(milestones);
    }

    /** That of a trial, its origin where the trial's start puts it. */
    public static Schedule of(TrialSpec spec) {
        int origin =
                switch (spec.start()) {
                    case Start.Initialisation drawn -> 0;
                    case Start.Rewound rewound ->
                        switch (rewound.schedule()) {
                            case RESUMED -> 0;
                            case RESTARTED -> spec.beginIteration();
                        };
                    // Where pre-training counts, the schedule goes on from its moment; else both begin at 0.
                    case Start.Pretrained learnt -> 0;
                    // Nothing is trained.
                    case Start.Between between -> 0;
                };
        return of(spec.training(), origin);
    }

    /** @param training with all of its moments in iterations */
    public static Schedule of(Training training, int origin) {
        return new Schedule(
                training.learningRate(),
                training.decay(),
                training.milestones().stream().map(Moment::iterations).toList(),
                training.warmup().iterations(),
                training.momentum(),
                training.weightDecay(),
                origin);
    }

    public double learningRate(int iteration) {
        int position = iteration - origin;
        long passed =
                milestones.stream().filter(milestone -> position >= milestone).count();
        double rise = position < warmup ? (double) position / warmup : 1;
        return base * StrictMath.pow(decay, passed) * rise;
    }

    public Update update(int iteration) {
        return new Update(learningRate(iteration), momentum, weightDecay);
    }
}
