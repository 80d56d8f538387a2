package dev.earlyphase.cli.plot;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import dev.earlyphase.contracts.figure.Axis;

/**
 * The values of an axis laid out from 0 to 1.
 *
 * @param low the smallest that is laid out; above 0 on logarithmic axes
 * @param withZero whether 0 is there too, on a logarithmic axis, at its beginning and apart
 */
record Scale(Axis axis, double low, double high, boolean withZero) {
    private static final double ZERO_APART = 0.08;
    private static final double MARGIN = 0.05;
    private static final double ALONE = 0.1;

    static Scale of(Axis axis, List<Double> values) {
        boolean linear = axis.scale() == Axis.Scale.LINEAR;
        double[] laidOut = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .filter(value -> linear || value > 0)
                .toArray();
        boolean zero = axis.scale() == Axis.Scale.LOG && values.contains(0.0);
        if (laidOut.length == 0) {
            return new Scale(axis, linear ? 0 : 0.1, 1, zero);
        }
        double low = DoubleStream.of(laidOut).min().getAsDouble();
        double high = DoubleStream.of(laidOut).max().getAsDouble();
        if (low < high) {
            return new Scale(axis, low, high, zero);
        }
        double around = linear ? Math.max(Math.abs(low) * ALONE, 1e-9) : 0;
        return linear ? new Scale(axis, low - around, high + around, zero) : new Scale(axis, low / 2, high * 2, zero);
    }

    /** The same with some room at both ends, where it is linear. */
    Scale withMargin() {
        double room = axis.scale() == Axis.Scale.LINEAR ? MARGIN * (high - low) : 0;
        return new Scale(axis, low - room, high + room, withZero);
    }

    /** Not a number where it has no place. */
    double place(double value) {
        return switch (axis.scale()) {
            case LINEAR -> (value - low) / (high - low);
            case LOG -> value == 0 ? 0 : begin() + (1 - begin()) * Math.log(value / low) / Math.log(high / low);
            case LOG_FALLING -> value > 0 ? Math.log(high / value) / Math.log(high / low) : Double.NaN;
        };
    }

    /** @param most so many at most, not counting that of 0 */
    List<Tick> ticks(int most) {
        double unit = axis.percent() ? 100 : 1;
        List<TickValue> values = axis.scale() == Axis.Scale.LINEAR
                ? TickValue.linear(low * unit, high * unit, most)
                : TickValue.logarithmic(low * unit, high * unit, most);
        Stream<Tick> zero = withZero ? Stream.of(new Tick(0, "0")) : Stream.empty();
        return Stream.concat(zero, values.stream().map(value -> new Tick(place(value.value() / unit), value.text())))
                .toList();
    }

    private double begin() {
        return withZero ? ZERO_APART : 0;
    }
}
