package dev.earlyphase.cli.figure;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.earlyphase.contracts.figure.Axis;

/** Leaves as many rows as can be read, spread over the axis as it is drawn; the first and the last always stay. */
final class Thinning {
    static final int MOST = 25;

    private Thinning() {}

    static List<Row> of(List<Row> rows, Axis axis) {
        if (rows.size() <= MOST) {
            return rows;
        }
        SortedSet<Integer> kept =
                switch (axis.scale()) {
                    // Densities fall by a constant factor from row to row: evenly by number is evenly on their axis.
                    case LINEAR, LOG_FALLING -> evenly(rows.size());
                    case LOG -> logarithmically(rows);
                };
        return kept.stream().map(rows::get).toList();
    }

    private static SortedSet<Integer> evenly(int size) {
        var kept = new TreeSet<Integer>();
        for (int i = 0; i < MOST; i++) {
            kept.add((int) ((long) i * (size - 1) / (MOST - 1)));
        }
        return kept;
    }

    /** Fewer where rows are sparse; what is not above 0 lies apart, and only the first of it stays. */
    private static SortedSet<Integer> logarithmically(List<Row> rows) {
        var kept = new TreeSet<Integer>();
        kept.add(0);
        int positive = 0;
        while (positive < rows.size() && rows.get(positive).x() <= 0) {
            positive++;
        }
        if (positive == rows.size()) {
            return evenly(rows.size());
        }
        double low = rows.get(positive).x();
        double ratio = rows.getLast().x() / low;
        // One place is the first row's.
        int places = MOST - 1;
        int row = positive;
        for (int i = 0; i < places; i++) {
            // Rounding must not push the last target beyond the last row.
            double target = i == places - 1 ? rows.getLast().x() : low * Math.pow(ratio, i / (places - 1.0));
            while (row < rows.size() - 1 && rows.get(row).x() < target) {
                row++;
            }
            kept.add(row);
        }
        return kept;
    }
}
