package dev.earlyphase.gateway.telemetry;

import java.util.Collections;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.earlyphase.contracts.trial.TrialId;

/**
 * Telemetry of a trial, drawn together to what a plot can show: of each piece of the iterations the least, the mean and
 * the greatest value, so that no peak is lost.
 *
 * @param iterations how many are drawn together
 * @param first of each piece, ascending; a piece without iterations is left out
 * @param last of each piece
 */
public record Curves(
        TrialId trial,

        @Schema(description = "How many iterations are drawn together")
        long iterations,

        @Schema(description = "The first iteration of each piece")
        List<Integer> first,

        @Schema(description = "The last iteration of each piece")
        List<Integer> last,

        List<Curve> curves) {
    public Curves {
        first = List.copyOf(first);
        last = List.copyOf(last);
        curves = List.copyOf(curves);
    }

    /**
     * One value over the pieces; null where none of a piece is finite.
     *
     * @param name of what is recorded, such as {@code loss}; of the layer or the weight where it is told part by part
     */
    public record Curve(String name, List<Float> low, List<Float> mean, List<Float> high) {
        public Curve {
            low = Collections.unmodifiableList(low);
            mean = Collections.unmodifiableList(mean);
            high = Collections.unmodifiableList(high);
        }
    }
}
