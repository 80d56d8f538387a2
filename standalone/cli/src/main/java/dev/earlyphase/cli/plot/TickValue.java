package dev.earlyphase.cli.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A round value on an axis, and how it is written. */
record TickValue(double value, String text) {
    private static final double[] ROUND = {1, 2, 5, 10};
    private static final double NEARLY = 1e-9;

    /** Evenly apart. */
    static List<TickValue> linear(double low, double high, int most) {
        double step = step((high - low) / Math.max(1, most));
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + NEARLY));
        var ticks = new ArrayList<TickValue>();
        for (long i = (long) Math.ceil(low / step - NEARLY); i * step <= high + NEARLY * step; i++) {
            // No -0.
            double value = i * step + 0.0;
            ticks.add(new TickValue(value, String.format(Locale.ROOT, "%,." + decimals + "f", value)));
        }
        return ticks;
    }

    /** Powers of ten, with what is between them where there is room; within a decade even ones. */
    static List<TickValue> logarithmic(double low, double high, int most) {
        for (int[] digits : new int[][] {{1, 2, 5}, {1, 3}, {1}}) {
            List<TickValue> ticks = powers(low, high, digits, 1);
            if (ticks.size() <= most) {
                return ticks.size() > 2 ? ticks : linear(low, high, most);
            }
        }
        int apart = 2;
        while (powers(low, high, new int[] {1}, apart).size() > most) {
            apart++;
        }
        return powers(low, high, new int[] {1}, apart);
    }

    private static List<TickValue> powers(double low, double high, int[] digits, int apart) {
        var ticks = new ArrayList<TickValue>();
        for (int power = (int) Math.floor(Math.log10(low) + NEARLY); power <= Math.log10(high) + NEARLY; power++) {
            for (int digit : digits) {
                double value = digit * Math.pow(10, power);
                if (Math.floorMod(power, apart) == 0 && value >= low * (1 - NEARLY) && value <= high * (1 + NEARLY)) {
                    ticks.add(of(value));
                }
            }
        }
        return ticks;
    }

    private static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double digit : ROUND) {
            if (digit * power >= atLeast * (1 - NEARLY)) {
                return digit * power;
            }
        }
        throw new IllegalArgumentException("no step of at least " + atLeast);
    }

    /** With the digits that it needs, three at most. */
    private static TickValue of(double value) {
        if (value < 1e-3 || value >= 1e6) {
            return new TickValue(value, String.format(Locale.ROOT, "%.0e", value));
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(value) + NEARLY));
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return new TickValue(value, text.contains(".") ? text.replaceAll("\\.?0+$", "") : text);
    }
}
