package dev.earlyphase.core.probe;

import java.util.List;

import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.gradient.MeanGradient;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.random.Purpose;
import dev.earlyphase.core.spectrum.Vectors;
import dev.earlyphase.weights.Tensors;

/**
 * The trace of the Fisher information in the surviving trainable parameters (Achille et al. 2019, "Critical Learning
 * Periods in Deep Networks", section 3): the mean over images x of Σ_y p(y|x) |∇ log p(y|x)|². The sum runs over all
 * classes, so that no label need be drawn and the true ones have no part in it; p(y|x) comes out of the very pass that
 * gives the gradient. Batch norm computes with its running statistics. The images are the same at every iteration.
 */
final class FisherProbe implements ProbeKind {
    private static final ProbeOption EXAMPLES =
            ProbeOption.whole("examples", "training images, each of one pass for each class", 1, 100_000, 128);

    @Override
    public String kind() {
        return "fisher";
    }

    @Override
    public List<ProbeOption> options() {
        return List.of(EXAMPLES);
    }

    @Override
    public List<Measurement> measure(ProbedState at, Options options) {
        Subject subject = at.subject();
        int[] examples = subject.draw(Purpose.PROBE_IMAGES, options.whole(EXAMPLES));
        var norms = new FrozenNorms(
                subject.network(), at.weights().moved(at.weights().flat()));
        double sum = 0;
        try (Session session = subject.engine().open(norms.network(), 1)) {
            session.restore(norms.state());
            session.restoreMomentum(Tensors.of());
            float[] gradient = new float[norms.network().size()];
            for (Batch image : subject.batches(examples, 1)) {
                for (int label = 0; label < subject.network().classes(); label++) {
                    double loss = session.step(new Batch(image.images(), new int[] {label}, 1), MeanGradient.NOTHING);
                    session.readGradient(gradient);
                    float[] surviving = Vectors.product(
                            norms.gradient(gradient), at.weights().survivors());
                    sum += Math.exp(-loss) * Vectors.squares(surviving);
                }
            }
        }
        return List.of(at.measured("fisher-trace", sum / examples.length));
    }
}
