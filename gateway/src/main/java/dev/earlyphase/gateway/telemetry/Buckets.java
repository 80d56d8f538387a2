package dev.earlyphase.gateway.telemetry;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/** Cuts a range of iterations into pieces that are equally wide on an axis, which may be logarithmic. */
enum Buckets {
    LINEAR {
        @Override
        IntStream cut(int from, int to, int most) {
            double width = (to - from + 1.0) / most;
            return iterations(IntStream.range(0, most).mapToDouble(i -> from + i * width));
        }
    },
    /** Iteration 0, which has no place on such an axis, is a piece of its own. */
    LOG {
        @Override
        IntStream cut(int from, int to, int most) {
            int least = Math.max(1, from);
            double ratio = (to + 1.0) / least;
            var cuts =
                    iterations(IntStream.range(0, most).mapToDouble(i -> least * Math.pow(ratio, (double) i / most)));
            return from == 0 ? IntStream.concat(IntStream.of(0), cuts) : cuts;
        }
    };

    /**
     * The first iteration of each piece, ascending; fewer than {@code most} where pieces would be narrower than one
     * iteration, one more where 0 stands apart.
     *
     * @param from the first iteration, 0 or more
     * @param to the last, {@code from} or more
     * @param most 1 or more
     */
    Integer[] of(int from, int to, int most) {
        return cut(from, to, most).filter(cut -> cut <= to).distinct().boxed().toArray(Integer[]::new);
    }

    abstract IntStream cut(int from, int to, int most);

    /** Of a query parameter: logarithmic when it was not given. */
    static Buckets parse(String text) {
        return switch (text) {
            case null -> LOG;
            case "log" -> LOG;
            case "linear" -> LINEAR;
            default -> throw new Invalid("scale", text, "log or linear");
        };
    }

    /** The first iterations that are not before these places. */
    private static IntStream iterations(DoubleStream places) {
        return places.mapToInt(place -> (int) Math.ceil(place - 1e-9));
    }
}
