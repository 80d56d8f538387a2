package dev.earlyphase.contracts.study;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.trial.Moment;

/**
 * What a study wants to see of its trials.
 *
 * @param checkpoints moments whose weights are kept, besides the begin, the end and the rewinding points
 * @param logSpacedCheckpoints whether those of a logarithmic axis are kept too (0it to 10it, then ten a decade): from them
 *     distances to the end of training are computed; default only where the recipe draws them
 * @param telemetryUntil telemetry at every iteration until this moment; default 4000it
 * @param telemetryEvery and at every so many iterations after it; default 100
 * @param evaluateEvery how often the test accuracy is taken; default each epoch and at the iterations of a logarithmic
 *     axis; a moment given here takes the place of both
 * @param probes further measurements; default those of the recipe
 * @param keep which checkpoints stay when the study needs them no more; default all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Observe(
        List<Moment> checkpoints,
        Boolean logSpacedCheckpoints,
        Moment telemetryUntil,
        Integer telemetryEvery,
        Moment evaluateEvery,
        List<ProbeRequest> probes,
        List<Kept> keep) {
    public static final Observe DEFAULT = new Observe(null, null, null, null, null, null, null);

    /**
     * A probe of every trial of the study.
     *
     * @param kind such as {@code hessian}
     * @param moments default: 0it, the end and the iterations of a logarithmic axis, three a decade
     * @param options by name; default the kind's own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProbeRequest(String kind, List<Moment> moments, Map<String, Double> options) {
        public ProbeRequest {
            Check.given(kind, "kind", "the name of a probe such as hessian");
            moments = moments == null ? null : List.copyOf(moments);
            options = options == null ? Map.of() : Map.copyOf(options);
        }
    }

    /** A kind of checkpoint. */
    public enum Kept {
        /** At a trial's begin. */
        @JsonProperty("start")
        START,
        /** At its end, from which masks are drawn. */
        @JsonProperty("end")
        END,
        /** At rewinding points, from which other trials begin. */
        @JsonProperty("rewinding-points")
        REWINDING_POINTS,
        /** All others that were asked for. */
        @JsonProperty("snapshots")
        SNAPSHOTS
    }

    public Observe {
        checkpoints = checkpoints == null ? List.of() : List.copyOf(checkpoints);
        if (telemetryEvery != null) {
            Check.atLeast(1, telemetryEvery, "telemetryEvery");
        }
        Check.that(!Moment.START.equals(evaluateEvery), "evaluateEvery", evaluateEvery, "a moment after 0it");
        probes = probes == null ? null : List.copyOf(probes);
        keep = keep == null ? List.of(Kept.values()) : Fields.distinct(keep, "keep", "a kind of checkpoint");
    }
}
