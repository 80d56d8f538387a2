package dev.earlyphase.contracts.figure;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One point, aggregated over seeds.
 *
 * @param label beside the point; null for none
 * @param mean of the samples
 * @param std their sample standard deviation; 0 for one
 * @param count how many there are
 * @param samples one by one; null unless they were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Point(double x, String label, double mean, double std, int count, List<Sample> samples) {
    /**
     * The value of one seed.
     *
     * @param trial id of the trial that it was measured on
     * @param iteration of that trial's checkpoint or telemetry from which it comes
     */
    public record Sample(long seed, double value, String trial, int iteration) {}

    /** The point without its samples. */
    public Point aggregated() {
        return new Point(x, label, mean, std, count, null);
    }
}
