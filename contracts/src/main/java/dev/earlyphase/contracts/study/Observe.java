package dev.earlyphase.contracts.study;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Observations;

/** What a study wants to see of its trials. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Observe(
        @JsonPropertyDescription("Moments whose weights are kept, besides the begin, the end and the rewinding points")
        List<Moment> checkpoints,

        @JsonPropertyDescription(
                "Whether the weights of a logarithmic axis are kept too, 0it to 10it and then ten a decade: distances to the end of training come from them; by default only where the recipe draws them")
        Boolean logSpacedCheckpoints,

        @JsonPropertyDescription(
                "Telemetry at every iteration until this moment; by default " + Observations.TELEMETRY_UNTIL + "it")
        Moment telemetryUntil,

        @JsonPropertyDescription("And at every so many iterations after it; by default " + Observations.TELEMETRY_EVERY)
        Integer telemetryEvery,

        @JsonPropertyDescription(
                "How often the test set is scored; by default each epoch and at the iterations of a logarithmic axis, of which a moment given here takes the place")
        Moment evaluateEvery,

        @JsonPropertyDescription(
                "Measurements that take computing of their own; those given take the place of those of the recipe")
        List<ProbeRequest> probes,

        @JsonPropertyDescription("Which checkpoints stay when the study needs them no more")
        List<Kept> keep) {
    public static final Observe DEFAULT = new Observe(null, null, null, null, null, null, null);

    /** A probe of every trial of the study. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProbeRequest(
            @JsonPropertyDescription("Name of a probe") String kind,

            @JsonPropertyDescription(
                    "When it is taken; by default at 0it, the end and the iterations of a logarithmic axis, three a decade")
            List<Moment> moments,

            @JsonPropertyDescription("Numbers by name; what is left out is the kind's own")
            Map<String, Double> options) {
        public ProbeRequest {
            Check.given(kind, "kind", "the name of a probe such as hessian");
            moments = moments == null ? null : List.copyOf(moments);
            options = options == null ? Map.of() : Map.copyOf(options);
        }
    }

    /** A kind of checkpoint. */
    public enum Kept {
        @JsonPropertyDescription("At a trial's begin")
        @JsonProperty("start")
        START,
        @JsonPropertyDescription("At its end, from which masks are drawn")
        @JsonProperty("end")
        END,
        @JsonPropertyDescription("At rewinding points, from which other trials begin")
        @JsonProperty("rewinding-points")
        REWINDING_POINTS,
        @JsonPropertyDescription("All others that were asked for")
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
