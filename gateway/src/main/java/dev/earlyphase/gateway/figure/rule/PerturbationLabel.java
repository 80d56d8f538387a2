package dev.earlyphase.gateway.figure.rule;

import java.util.Locale;

import dev.earlyphase.contracts.trial.Perturbation;

/** Perturbations in words that a legend can bear. */
final class PerturbationLabel {
    private PerturbationLabel() {}

    /** A kind that is not known here keeps its name. */
    static String of(String variant) {
        var perturbation = Perturbation.parse(variant);
        return switch (perturbation.kind()) {
            case "magnitudes-of-initialisation" -> "magnitudes of W_0, signs of W_k";
            case "magnitudes-redrawn" -> "magnitudes redrawn, signs of W_k";
            case "signs-of-initialisation" -> "magnitudes of W_k, signs of W_0";
            case "shuffle-global" -> "shuffled globally";
            case "shuffle-layer" -> "shuffled within layers";
            case "shuffle-filter" -> "shuffled within filters";
            case "shuffle-layer-same-sign" -> "shuffled within layers, same sign";
            case "shuffle-filter-same-sign" -> "shuffled within filters, same sign";
            case "shuffle-magnitudes-signs-of-initialisation" -> "magnitudes shuffled within layers, signs of W_0";
            case "noise" -> "noise " + number(perturbation.scale()) + " σ";
            case "redrawn" -> "redrawn";
            default -> variant;
        };
    }

    private static String number(double scale) {
        return scale == Math.rint(scale) ? String.format(Locale.ROOT, "%.0f", scale) : Double.toString(scale);
    }
}
