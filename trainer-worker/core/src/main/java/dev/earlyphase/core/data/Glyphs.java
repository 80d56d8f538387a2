package dev.earlyphase.core.data;

import java.util.Arrays;
import java.util.List;

/** The ten digits as polylines in a square of 100 × 100, x to the right and y down. */
final class Glyphs {
    /** One line of text per digit. */
    private static final List<String> DIGITS = List.of(
            "50,10 35,14 26,30 24,50 26,70 35,86 50,90 65,86 74,70 76,50 74,30 65,14 50,10",
            "34,30 54,10 54,90",
            "25,30 33,15 50,10 66,15 75,30 70,45 25,90 78,90",
            "27,18 45,10 65,15 70,30 60,45 45,48 65,55 73,70 65,85 45,90 25,82",
            "62,90 62,10 22,65 80,65",
            "72,10 32,10 28,47 50,42 68,50 74,67 65,83 45,90 25,83",
            "65,12 45,25 32,45 27,68 35,85 50,90 66,84 72,70 65,55 50,50 33,58",
            "22,10 77,10 45,90",
            "50,48 34,40 30,26 38,13 50,10 62,13 70,26 66,40 50,48 32,58 26,72 34,86 50,90 66,86 74,72 68,58 50,48",
            "67,40 50,50 34,45 28,30 34,16 50,10 65,15 73,32 68,55 55,75 35,88");

    /** Of each digit the corners x0, y0, x1, y1 …, centred on 0 and scaled to −½ … ½. */
    private static final double[][] CORNERS = DIGITS.stream().map(Glyphs::parse).toArray(double[][]::new);

    private Glyphs() {}

    /** A fresh copy of a digit's corners. */
    static double[] corners(int digit) {
        return CORNERS[digit].clone();
    }

    private static double[] parse(String line) {
        return Arrays.stream(line.split("[ ,]"))
                .mapToDouble(number -> (Integer.parseInt(number) - 50) / 100.0)
                .toArray();
    }
}
