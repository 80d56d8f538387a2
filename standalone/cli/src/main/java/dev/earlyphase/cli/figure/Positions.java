package dev.earlyphase.cli.figure;

import java.util.List;
import java.util.Locale;

import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Point;

/**
 * How positions on an axis are written: with as few digits as tell the points of each curve apart, so that densities of
 * different curves that differ by a weight or two share a row.
 */
record Positions(Axis axis, int digits) {
    private static final int FEWEST = 3;
    private static final int MOST = 15;

    static Positions of(Axis axis, List<Curve> curves) {
        int digits = FEWEST;
        while (digits < MOST && !new Positions(axis, digits).tellApart(curves)) {
            digits++;
        }
        return new Positions(axis, digits);
    }

    String text(double x) {
        if (axis.percent()) {
            return fixed(100 * x, Math.max(1, Value.decimals(100 * x, digits)));
        }
        return x == Math.rint(x) && Math.abs(x) < 1e15 ? Words.number((long) x) : fixed(x, Value.decimals(x, digits));
    }

    private boolean tellApart(List<Curve> curves) {
        return curves.stream().allMatch(curve -> {
            List<Double> different =
                    curve.points().stream().map(Point::x).distinct().toList();
            return different.stream().map(this::text).distinct().count() == different.size();
        });
    }

    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
