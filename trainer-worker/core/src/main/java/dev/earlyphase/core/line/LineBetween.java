package dev.earlyphase.core.line;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.engine.Evaluation;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.gradient.ImageBatches;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.random.Purpose;
import dev.earlyphase.core.telemetry.Finite;
import dev.earlyphase.core.telemetry.TelemetrySink;
import dev.earlyphase.core.training.StopSignal;
import dev.earlyphase.weights.Tensors;

/**
 * Scores a network along the straight line between two states of it (linear mode connectivity, Frankle et al. 2020): at
 * each position its running statistics are estimated anew on training images, then it is evaluated on the same images and
 * on the whole test set. Images are not augmented.
 *
 * @param subject the network and its training images
 * @param precision in which the trials at the ends were evaluated
 * @param points positions, both ends included
 * @param examples training images; all where there are fewer
 */
public record LineBetween(Subject subject, Precision precision, int points, int examples) {
    /** @param position from 0 to 1 */
    private record Score(double position, Evaluation training, Evaluation test) {}

    /**
     * Measures every point, then tells {@code line-position}, {@code line-train-loss}, {@code line-train-error},
     * {@code line-test-loss} and {@code line-test-error}, each with one value a point.
     *
     * @param iteration of which the measurements are told
     * @param stop asked before each point; once raised, nothing is told
     * @return whether the whole line was measured
     */
    public boolean measure(Tensors from, Tensors to, int iteration, TelemetrySink sink, StopSignal stop) {
        var line = new Line(from, to);
        List<Score> scores = new ArrayList<>();
        try (Session session = subject.engine().open(subject.network(), subject.batchSize(), precision)) {
            for (double position : Line.positions(points)) {
                if (stop.raised()) {
                    return false;
                }
                scores.add(score(session, line, position));
            }
        }
        tell("line-position", Score::position, scores, iteration, sink);
        tell("line-train-loss", score -> score.training().loss(), scores, iteration, sink);
        tell("line-train-error", score -> 1 - score.training().accuracy(), scores, iteration, sink);
        tell("line-test-loss", score -> score.test().loss(), scores, iteration, sink);
        tell("line-test-error", score -> 1 - score.test().accuracy(), scores, iteration, sink);
        return true;
    }

    private Score score(Session session, Line line, double position) {
        int[] chosen = subject.draw(Purpose.LINE_IMAGES, examples);
        ImageBatches training = subject.batches(chosen, subject.batchSize());
        ImageBatches test = ImageBatches.test(subject.lesson(), subject.batchSize());
        Tensors state = line.at(position);
        session.restore(state);
        new NormStatistics(subject.network()).estimate(session, state, training);
        return new Score(position, training.evaluate(session), test.evaluate(session));
    }

    private static void tell(
            String name, ToDoubleFunction<Score> value, List<Score> scores, int iteration, TelemetrySink sink) {
        double[] values = scores.stream().mapToDouble(value).toArray();
        sink.measurement(new Measurement(iteration, name, Measurement.ALL, Finite.list(values)));
    }
}
