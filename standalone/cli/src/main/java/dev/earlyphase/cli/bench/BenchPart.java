package dev.earlyphase.cli.bench;

import java.util.Locale;

/** What there is to measure. */
enum BenchPart {
    ENGINE,
    CHAIN,
    SCALING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
