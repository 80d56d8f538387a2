package dev.earlyphase.core.probe;

import java.util.List;
import java.util.OptionalDouble;

import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.gradient.Hessian;
import dev.earlyphase.core.gradient.ImageBatches;
import dev.earlyphase.core.gradient.MeanGradient;
import dev.earlyphase.core.gradient.Weights;
import dev.earlyphase.core.random.Draws;
import dev.earlyphase.core.random.Purpose;
import dev.earlyphase.core.spectrum.KrylovSpace;

/**
 * The largest eigenvalues of the Hessian of the training loss (Sagun et al. 2017), the share of the gradient in the space
 * of their eigenvectors (Gur-Ari et al. 2018), and the edge of stability 2(1 + β)/η of gradient descent with momentum β at
 * learning rate η, to which the largest rises (Cohen et al. 2021). The images are the same at every iteration.
 */
final class HessianProbe implements ProbeKind {
    private static final ProbeOption EIGENVALUES = ProbeOption.whole(
            "eigenvalues", "the largest eigenvalues that are told, at most steps of them", 1, 500, 10);
    private static final ProbeOption EXAMPLES =
            ProbeOption.whole("examples", "training images over which the loss is the mean", 1, 1_000_000, 1_024);
    private static final ProbeOption STEPS = ProbeOption.whole(
            "steps", "Lanczos' steps, each of two passes over the images; more tell more precisely", 1, 500, 30);

    private static final ProbeOption STEP = new ProbeOption(
            "step",
            "of the finite differences, as a part of the norm of the weights",
            false,
            1e-7,
            0.1,
            OptionalDouble.of(Hessian.USUAL_STEP));

    @Override
    public String kind() {
        return "hessian";
    }

    @Override
    public List<ProbeOption> options() {
        return List.of(EIGENVALUES, EXAMPLES, STEPS, STEP);
    }

    @Override
    public List<Measurement> measure(ProbedState at, Options options) {
        int[] examples = at.subject().draw(Purpose.PROBE_IMAGES, options.whole(EXAMPLES));
        ImageBatches images = at.subject().batches(examples, at.subject().batchSize());
        Weights weights = at.weights();
        int steps = Math.min(options.whole(STEPS), weights.dimension());
        try (Session session = at.subject().open(images.batchSize())) {
            var gradient = new MeanGradient(session, weights, images);
            KrylovSpace space = KrylovSpace.of(new Hessian(gradient, options.number(STEP)), direction(at), steps);
            int count = options.whole(EIGENVALUES);
            return List.of(
                    at.measured("hessian-eigenvalues", space.largest(count)),
                    at.measured("gradient-share", space.share(gradient.here(), count)),
                    at.measured("stability-edge", edge(at.next())));
        }
    }

    private static double edge(Update update) {
        return 2 * (1 + update.momentum()) / update.learningRate();
    }

    /** Normal in every surviving parameter. */
    private static float[] direction(ProbedState at) {
        var draws = new Draws(at.subject().seed(), Purpose.PROBE_DIRECTION, 0);
        float[] survivors = at.weights().survivors();
        float[] direction = new float[survivors.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = survivors[i] == 0 ? 0 : (float) draws.item(i).normal();
        }
        return direction;
    }
}
