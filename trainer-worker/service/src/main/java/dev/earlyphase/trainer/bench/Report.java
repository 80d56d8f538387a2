package dev.earlyphase.trainer.bench;

import java.util.ArrayList;
import java.util.List;

/** Collects figures, and prints each as it comes. */
final class Report {
    private final List<Measured> figures = new ArrayList<>();

    List<Measured> figures() {
        return List.copyOf(figures);
    }

    void add(String name, double value, String unit) {
        figures.add(new Measured(name, value, unit));
        System.out.printf("%-75s %10.3f %s%n", name, value, unit);
    }

    void progress(String what, int done, int total) {
        System.out.printf("%s: repeat %d of %d%n", what, done, total);
    }

    void note(String line) {
        System.out.println(line);
    }
}
