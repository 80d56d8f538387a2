package dev.earlyphase.gateway.drawing;

import dev.earlyphase.contracts.figure.Figure;

/** Of what a figure is: network, data, seeds, and whether there is more to come. */
final class Subtitle {
    private Subtitle() {}

    static String of(Figure figure) {
        String seeds =
                switch (figure.seeds()) {
                    case 0 -> "no result yet";
                    case 1 -> "1 seed";
                    default -> "mean ± sample standard deviation over " + figure.seeds() + " seeds";
                };
        return figure.network() + " on " + figure.data() + " – " + (figure.complete() ? "" : "partial: ") + seeds;
    }
}
