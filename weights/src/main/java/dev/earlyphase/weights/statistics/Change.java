package dev.earlyphase.weights.statistics;

import java.util.BitSet;

/** What adds up over pairs of weights, now and then. */
final class Change {

    private long count;
    private long signsChanged;
    private double differences;
    private double products;
    private double nowSquares;
    private double thenSquares;

    /**
     * All pairs that survive.
     *
     * @param survivors indices into both; null for all of them
     * @throws IllegalArgumentException where the two differ in length
     */
    static Change between(float[] now, float[] then, BitSet survivors) {
        if (now.length != then.length) {
            throw new IllegalArgumentException(
                    "compared are " + now.length + " values with " + then.length + "; allowed: as many");
        }
        var change = new Change();
        change.add(Survivors.of(now, survivors), Survivors.of(then, survivors));
        return change;
    }

    /** Adds all pairs of two arrays of equal length but those of which either is not finite. */
    void add(float[] now, float[] then) {
        for (int i = 0; i < now.length; i++) {
            if (Float.isFinite(now[i]) && Float.isFinite(then[i])) {
                signsChanged += signChanged(now[i], then[i]);
                add(now[i], then[i]);
            }
        }
    }

    void add(Change other) {
        count += other.count;
        signsChanged += other.signsChanged;
        differences += other.differences;
        products += other.products;
        nowSquares += other.nowSquares;
        thenSquares += other.thenSquares;
    }

    Comparison comparison() {
        double lengths = Math.sqrt(nowSquares) * Math.sqrt(thenSquares);
        return new Comparison(
                count,
                count == 0 ? 0 : (double) signsChanged / count,
                Math.sqrt(differences),
                lengths == 0 ? 0 : Math.clamp(products / lengths, -1, 1));
    }

    private void add(double now, double then) {
        count++;
        differences += (now - then) * (now - then);
        products += now * then;
        nowSquares += now * now;
        thenSquares += then * then;
    }

    /** Compares sign bits, whose changes no processor could predict, and looks closer at zeros only. */
    private static int signChanged(float now, float then) {
        if (now == 0 || then == 0) {
            return Math.signum(now) == Math.signum(then) ? 0 : 1;
        }
        return (Float.floatToRawIntBits(now) ^ Float.floatToRawIntBits(then)) >>> 31;
    }
}
