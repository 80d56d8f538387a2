package dev.earlyphase.gateway.series;

import java.util.List;

/**
 * What was measured of a trial at an iteration.
 *
 * @param values one that is not finite is null
 */
public record Measured(String trial, int iteration, List<Double> values) {}
