package dev.earlyphase.contracts.study;

import java.util.List;

/**
 * Figure 1 of the paper: test accuracy at the end of training by density, a curve for each rewinding point.
 *
 * @param complete false while trials of the study are still to end
 * @param data how the data set is to be named beside the figure
 * @param points ordered by rewinding point, then level; level 0 stands in every curve
 */
public record AccuracyByDensity(
        String study, String figure, String name, String network, String data, boolean complete, List<Point> points) {
    public static final String FIGURE = "accuracy-by-density";

    public AccuracyByDensity {
        points = List.copyOf(points);
    }

    /**
     * @param density share of prunable weights that survive
     * @param accuracyMean over seeds, 0 to 1
     * @param accuracyStd sample standard deviation over seeds; 0 for one seed
     * @param seeds how many have ended
     */
    public record Point(String rewind, int level, double density, double accuracyMean, double accuracyStd, int seeds) {}
}
