package dev.earlyphase.gateway.drawing;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

import dev.earlyphase.contracts.figure.Axis;

/**
 * Where values stand along an axis. The plot itself is always linear: what is logarithmic is so here, which leaves room to
 * put 0 apart and to let densities fall to the right.
 *
 * @param zero where 0 stands on a logarithmic axis
 * @param lower end of the axis, in plot units
 * @param upper end
 * @param ticks empty where the plotting library is to choose
 */
record AxisScale(Axis axis, double zero, double lower, double upper, List<Tick> ticks) {
    /** Where a value that cannot be drawn stands: nowhere. */
    static final double NOWHERE = Double.NaN;

    /** Room left at both ends, as a share of the axis. */
    private static final double MARGIN = 0.04;
    /** How far 0 stands before the smallest value, as a share of the axis. */
    private static final double ZERO_APART = 0.07;
    /** Of an axis whose values are all the same. */
    private static final double LEAST_SPAN = 1e-9;

    private static final int MOST_WHOLE = 12;

    /** A place with its label. */
    record Tick(double place, String label) {}

    /**
     * The scale that shows the values.
     *
     * @param length of the axis in pixels: how many labels find room
     */
    static AxisScale of(Axis axis, double[] values, int length) {
        return switch (axis.scale()) {
            case LINEAR -> linear(axis, values);
            case LOG -> logarithmic(axis, values, length);
            case LOG_FALLING -> falling(axis, values, length);
        };
    }

    /** In plot units; {@link #NOWHERE} for what a logarithm has no word for. */
    double place(double value) {
        return switch (axis.scale()) {
            case LINEAR -> shown(axis, value);
            case LOG -> value > 0 ? Math.log10(shown(axis, value)) : value == 0 ? zero : NOWHERE;
            case LOG_FALLING -> value > 0 ? -Math.log10(shown(axis, value)) : NOWHERE;
        };
    }

    private static double shown(Axis axis, double value) {
        return axis.percent() ? 100 * value : value;
    }

    private static AxisScale linear(Axis axis, double[] values) {
        double[] places = places(values, value -> shown(axis, value));
        return spanning(axis, 0, places, wholeNumbers(places));
    }

    /** Few and small whole numbers are labelled one by one: there is nothing between them. */
    private static List<Tick> wholeNumbers(double[] places) {
        double[] distinct = Arrays.stream(places).distinct().toArray();
        boolean whole = Arrays.stream(distinct).allMatch(place -> place == Math.rint(place) && Math.abs(place) < 1_000);
        return distinct.length <= MOST_WHOLE && whole
                ? Arrays.stream(distinct)
                        .mapToObj(place -> new Tick(place, Integer.toString((int) place)))
                        .toList()
                : List.of();
    }

    private static AxisScale logarithmic(Axis axis, double[] values, int length) {
        double[] places = places(values, value -> value > 0 ? Math.log10(shown(axis, value)) : NOWHERE);
        boolean withZero = Arrays.stream(values).anyMatch(value -> value == 0);
        double least = places.length == 0 ? 0 : places[0];
        double most = places.length == 0 ? 1 : places[places.length - 1];
        double zero = least - Math.max(0.25, ZERO_APART * (most - least));
        double[] all = withZero ? DoubleStream.of(zero, least, most).toArray() : places;
        return spanning(axis, zero, all, LogTicks.of(least, most, withZero ? zero : NOWHERE, length));
    }

    private static AxisScale falling(Axis axis, double[] values, int length) {
        double[] places = places(values, value -> value > 0 ? -Math.log10(shown(axis, value)) : NOWHERE);
        var scale = spanning(axis, 0, places, List.of());
        return new AxisScale(
                axis, 0, scale.lower, scale.upper, LogTicks.atValues(places, scale.upper - scale.lower, length));
    }

    private static AxisScale spanning(Axis axis, double zero, double[] places, List<Tick> ticks) {
        double least = places.length == 0 ? 0 : places[0];
        double most = places.length == 0 ? 1 : places[places.length - 1];
        double span = most - least;
        double margin = span > LEAST_SPAN ? MARGIN * span : Math.max(0.1, 0.01 * Math.abs(most));
        return new AxisScale(axis, zero, least - margin, most + margin, ticks);
    }

    /** Ascending, those that are somewhere. */
    private static double[] places(double[] values, DoubleUnaryOperator place) {
        return Arrays.stream(values)
                .map(place)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }
}
