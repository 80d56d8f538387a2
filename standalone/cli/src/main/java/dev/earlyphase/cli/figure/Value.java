package dev.earlyphase.cli.figure;

import java.util.Locale;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Point;

/** A number as an axis has it: shares as per cent with two decimals, others with four digits that count. */
final class Value {
    private static final int DIGITS = 4;
    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_TO = 1e6;

    private Value() {}

    /** The mean, and the standard deviation where there is more than one value. */
    static String of(Axis axis, Point point) {
        String format = format(axis, point.mean());
        String mean = text(format, axis, point.mean());
        return point.count() > 1 ? mean + " ± " + text(format, axis, point.std()) : mean;
    }

    private static String text(String format, Axis axis, double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, format, axis.percent() ? 100 * value : value)
                : Double.toString(value);
    }

    private static String format(Axis axis, double value) {
        double size = Math.abs(value);
        if (axis.percent()) {
            return "%.2f";
        }
        if (size != 0 && (size < PLAIN_FROM || size >= PLAIN_TO)) {
            return "%.3e";
        }
        return "%." + decimals(size, DIGITS) + "f";
    }

    /** After the point, so that so many digits count in all. */
    static int decimals(double value, int digits) {
        int before = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
        return Math.max(0, digits - 1 - before);
    }
}
