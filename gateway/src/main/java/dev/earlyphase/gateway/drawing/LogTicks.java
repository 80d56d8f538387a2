package dev.earlyphase.gateway.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.earlyphase.gateway.drawing.AxisScale.Tick;

/** Labels of logarithmic axes. */
final class LogTicks {
    /** Pixels that a label and the space beside it take. */
    private static final int ROOM = 44;
    /** Densities closer than this have one label. */
    private static final double SAME = 0.005;

    private LogTicks() {}

    /**
     * At powers of ten, every few of them where there are many; within a decade or so at 1, 2 and 5 too.
     *
     * @param least logarithm of the smallest value
     * @param zero where 0 stands; not finite where it is not shown
     */
    static List<Tick> of(double least, double most, double zero, int length) {
        var ticks = new ArrayList<Tick>();
        if (Double.isFinite(zero)) {
            ticks.add(new Tick(zero, "0"));
        }
        int[] multiples = most - least < 2 ? new int[] {1, 2, 5} : new int[] {1};
        int step = (int) Math.max(1, Math.ceil((most - least) * ROOM / length));
        for (int decade = (int) Math.floor(least); decade <= most; decade++) {
            for (int multiple : multiples) {
                double place = decade + Math.log10(multiple);
                if (place >= least - 1e-9 && place <= most + 1e-9 && Math.floorMod(decade, step) == 0) {
                    ticks.add(new Tick(place, number(multiple, decade)));
                }
            }
        }
        return ticks;
    }

    /**
     * At the values themselves, as many of them as there is room for.
     *
     * @param places ascending logarithms of percentages, negated
     */
    static List<Tick> atValues(double[] places, double span, int length) {
        var ticks = new ArrayList<Tick>();
        double room = Math.max(SAME, span * ROOM / length);
        for (double place : places) {
            if (ticks.isEmpty() || place - ticks.getLast().place() >= room) {
                ticks.add(new Tick(place, percent(Math.pow(10, -place))));
            }
        }
        return ticks;
    }

    private static String number(int multiple, int decade) {
        double value = multiple * Math.pow(10, decade);
        return decade >= 0 && decade <= 6
                ? String.format(Locale.ROOT, "%,.0f", value)
                : decade < 0 && decade >= -3
                        ? String.format(Locale.ROOT, "%." + -decade + "f", value)
                        : multiple + "e" + decade;
    }

    /** Three figures, as many as tell levels apart. */
    private static String percent(double percent) {
        String form = percent >= 99.95 ? "%.0f" : percent >= 9.995 ? "%.1f" : percent >= 0.9995 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, form, percent);
    }
}
