package dev.earlyphase.contracts.trial;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.earlyphase.contracts.error.Check;

/** The state from which a trial begins. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Start.Initialisation.class, name = "initialisation"),
    @JsonSubTypes.Type(value = Start.Rewound.class, name = "rewound")
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
