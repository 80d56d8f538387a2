package dev.earlyphase.gateway.figure.rule;

import java.util.Locale;

import dev.earlyphase.gateway.sample.Samples;

/** Values of seeds in words: their mean, and with more than one their sample standard deviation. */
final class FactText {
    private FactText() {}

    /** Of shares. */
    static String percent(double... shares) {
        return text(" %", 2, 100, shares);
    }

    static String number(double... values) {
        return text("", 4, 1, values);
    }

    static String iteration(double... iterations) {
        return "iteration " + text("", 0, 1, iterations);
    }

    private static String text(String unit, int decimals, double times, double... values) {
        String form = "%,." + decimals + "f";
        String mean = String.format(Locale.ROOT, form, times * Samples.mean(values)) + unit;
        return values.length == 1
                ? mean
                : mean + " ± " + String.format(Locale.ROOT, form, times * Samples.standardDeviation(values));
    }
}
