package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.trial.Moment;

/**
 * What a study wants to see of its trials.
 *
 * @param checkpoints moments whose weights are kept, besides the begin, the end and the rewinding points
 * @param telemetryUntil telemetry at every iteration until this moment; default 4000it
 * @param telemetryEvery and at every so many iterations after it; default 100
 * @param evaluateEvery how often the test accuracy is taken; default 1ep
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Observe(List<Moment> checkpoints, Moment telemetryUntil, Integer telemetryEvery, Moment evaluateEvery) {
    public static final Observe DEFAULT = new Observe(null, null, null, null);

    public Observe {
        checkpoints = checkpoints == null ? List.of() : List.copyOf(checkpoints);
        if (telemetryEvery != null) {
            Check.atLeast(1, telemetryEvery, "telemetryEvery");
        }
        Check.that(!Moment.START.equals(evaluateEvery), "evaluateEvery", evaluateEvery, "a moment after 0it");
    }
}
