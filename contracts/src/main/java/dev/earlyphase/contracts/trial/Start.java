package dev.earlyphase.contracts.trial;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.earlyphase.contracts.error.Check;

/** The state from which a trial begins. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Start.Initialisation.class, name = "initialisation"),
    @JsonSubTypes.Type(value = Start.Rewound.class, name = "rewound"),
    @JsonSubTypes.Type(value = Start.Pretrained.class, name = "pretrained"),
    @JsonSubTypes.Type(value = Start.Between.class, name = "between")
})
public sealed interface Start {
    /** Freshly drawn weights of the trial's seed, at moment 0. */
    record Initialisation() implements Start {}

    /**
     * Weights, biases and batch-norm parameters and statistics of another trial at a moment (section 2 of the paper:
     * the rewinding point).
     *
     * @param momentum whether the optimizer's momentum starts at zero (default) or is restored
     * @param batchNorm whether running statistics are restored (default) or reset to mean 0, variance 1
     * @param schedule whether the learning-rate schedule resumes at the moment (default) or restarts
     */
    record Rewound(TrialId trial, Moment moment, Momentum momentum, BatchNorm batchNorm, Schedule schedule)
            implements Start {
        public Rewound {
            Check.given(trial, "trial", "the id of a trial");
            Check.given(moment, "moment", "a moment such as 500it");
            momentum = momentum == null ? Momentum.ZERO : momentum;
            batchNorm = batchNorm == null ? BatchNorm.RESTORED : batchNorm;
            schedule = schedule == null ? Schedule.RESUMED : schedule;
        }
    }

    /**
     * What another trial has learnt, perhaps on another task, taken as the initialisation (section 5 of the paper): its
     * weights, biases and batch-norm parameters and statistics at a moment, momentum at zero.
     *
     * @param head whether the output layer is drawn anew (default) or kept; it must be drawn where the tasks differ in
     *     classes
     * @param counting whether training begins at 0it (default), or goes on from the moment and from there in the schedule
     */
    record Pretrained(TrialId trial, Moment moment, Head head, Counting counting) implements Start {
        public Pretrained {
            Check.given(trial, "trial", "the id of a trial");
            Check.given(moment, "moment", "a moment such as 40ep");
            head = head == null ? Head.REDRAWN : head;
            counting = counting == null ? Counting.ANEW : counting;
        }
    }

    /**
     * The straight line from one trial's last weights to another's, at whose points the network is scored; nothing is
     * trained (linear mode connectivity, Frankle et al. 2020).
     *
     * @param points scored, both ends included; default 30
     * @param examples training images by which each point is scored and its batch-norm statistics are estimated anew;
     *     default 5,120
     */
    record Between(TrialId from, TrialId to, Integer points, Integer examples) implements Start {
        public Between {
            Check.given(from, "from", "the id of a trial");
            Check.given(to, "to", "the id of a trial");
            points = points == null ? 30 : points;
            Check.that(points >= 2 && points <= 1_000, "points", points, "a whole number from 2 to 1000");
            examples = examples == null ? 5_120 : examples;
            Check.atLeast(1, examples, "examples");
        }
    }

    /** The trials whose weights are the start, or its ends. */
    default List<TrialId> parents() {
        return switch (this) {
            case Initialisation drawn -> List.of();
            case Rewound rewound -> List.of(rewound.trial());
            case Pretrained learnt -> List.of(learnt.trial());
            case Between between -> List.of(between.from(), between.to());
        };
    }

    /** What becomes of the output layer after pre-training. */
    enum Head {
        @JsonProperty("redrawn")
        REDRAWN,
        @JsonProperty("kept")
        KEPT
    }

    /** Whether pre-training counts towards the training that follows. */
    enum Counting {
        @JsonProperty("anew")
        ANEW,
        @JsonProperty("continued")
        CONTINUED
    }

    /** What becomes of the momentum at a rewinding point. */
    enum Momentum {
        @JsonProperty("zero")
        ZERO,
        @JsonProperty("restored")
        RESTORED
    }

    /** What becomes of batch-norm running statistics at a rewinding point. */
    enum BatchNorm {
        @JsonProperty("restored")
        RESTORED,
        @JsonProperty("reset")
        RESET
    }

    /** Where the learning-rate schedule stands at a rewinding point. */
    enum Schedule {
        @JsonProperty("resumed")
        RESUMED,
        @JsonProperty("restarted")
        RESTARTED
    }
}
