package dev.earlyphase.core.probe;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.gradient.MeanGradient;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.random.Draws;
import dev.earlyphase.core.random.Purpose;
import dev.earlyphase.core.spectrum.Vectors;

/**
 * The {@link NoiseScale} from gradients over small batches and over large ones, each the mean of several small ones. The
 * images of each are drawn with replacement and anew at each iteration, so that the estimates are unbiased. With batch
 * norm an example has no gradient of its own; then a large batch is one whose statistics are those of its small ones.
 */
final class NoiseScaleProbe implements ProbeKind {
    private static final ProbeOption SMALL =
            new ProbeOption("small", "images in a small batch", true, 1, 100_000, OptionalDouble.empty());
    private static final ProbeOption LARGE =
            ProbeOption.whole("large", "small batches that make a large one", 2, 10_000, 8);
    private static final ProbeOption REPEATS =
            ProbeOption.whole("repeats", "large batches over which the squared norms are averaged", 1, 1_000, 4);

    @Override
    public String kind() {
        return "noise-scale";
    }

    @Override
    public List<ProbeOption> options() {
        return List.of(SMALL, LARGE, REPEATS);
    }

    @Override
    public List<Measurement> measure(ProbedState at, Options options) {
        int small = options.whole(SMALL);
        int batches = options.whole(LARGE);
        int repeats = options.whole(REPEATS);
        double smallSquares = 0;
        double largeSquares = 0;
        try (Session session = at.subject().open(small)) {
            for (int repeat = 0; repeat < repeats; repeat++) {
                double[] sum = new double[at.weights().flat().length];
                for (int batch = 0; batch < batches; batch++) {
                    int[] examples = draw(at, repeat * batches + batch, small);
                    var images = at.subject().batches(examples, small);
                    float[] gradient = new MeanGradient(session, at.weights(), images).here();
                    smallSquares += Vectors.squares(gradient);
                    Arrays.setAll(sum, i -> sum[i] + gradient[i]);
                }
                largeSquares += Arrays.stream(sum).map(g -> g * g).sum() / ((double) batches * batches);
            }
        }
        NoiseScale scale = NoiseScale.estimate(
                small, smallSquares / ((double) repeats * batches), (long) small * batches, largeSquares / repeats);
        return List.of(at.measured("noise-scale", scale.simple(), scale.trace(), scale.gradientSquared()));
    }

    private static int[] draw(ProbedState at, int batch, int size) {
        Subject subject = at.subject();
        var draws = new Draws(subject.seed(), Purpose.PROBE_BATCHES, at.iteration()).item(batch);
        int[] examples = new int[size];
        Arrays.setAll(examples, i -> draws.below(subject.images()));
        return examples;
    }
}
