package dev.earlyphase.gateway.figure.rule;

import dev.earlyphase.gateway.outcome.StudyOutcomes;
import dev.earlyphase.gateway.series.MeasurementStore;
import dev.earlyphase.gateway.series.SeriesStore;
import dev.earlyphase.gateway.series.WindowStore;

/**
 * From what a figure is made.
 *
 * @param samples whether each point is to hold the values that it is the mean of; where that is not asked for a rule may
 *     leave them out
 */
public record Evidence(
        StudyOutcomes study, SeriesStore series, WindowStore window, MeasurementStore measurements, boolean samples) {}
