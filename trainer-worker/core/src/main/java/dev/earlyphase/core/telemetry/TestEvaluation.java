package dev.earlyphase.core.telemetry;

import java.nio.FloatBuffer;

import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.augmentation.ImageWriter;
import dev.earlyphase.core.augmentation.Placement;
import dev.earlyphase.core.data.ImageSet;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Evaluation;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.task.Lesson;
import dev.earlyphase.core.task.Showing;
import dev.earlyphase.core.training.TrainingListener;

/** Scores the whole test set at the trial's begin, at its end, and as often as is asked for. */
public final class TestEvaluation implements TrainingListener {
    private final ImageSet images;
    private final Showing showing;
    private final ImageWriter writer;
    private final FloatBuffer buffer;
    private final int batchSize;
    private final TrialSpec spec;
    private final Observations observations;
    private final TelemetrySink sink;

    public TestEvaluation(Lesson lesson, TrialSpec spec, Observations observations, TelemetrySink sink) {
        this.images = lesson.data().test();
        this.showing = lesson.test();
        this.writer = new ImageWriter(images, lesson.data().normalisation());
        this.batchSize = Math.min(spec.training().batchSize(), images.size());
        this.buffer = Batch.buffer(images.shape(), batchSize);
        this.spec = spec;
        this.observations = observations;
        this.sink = sink;
    }

    @Override
    public void reached(int iteration, Session session) {
        if (iteration == spec.beginIteration()
                || iteration == spec.endIteration()
                || observations.evaluates(iteration)) {
            Evaluation score = evaluate(session);
            sink.evaluation(new TelemetryBatch.Evaluation(
                    iteration, score.accuracy(), Finite.orNull(score.loss()), images.size()));
        }
    }

    private Evaluation evaluate(Session session) {
        Evaluation sum = Evaluation.NONE;
        for (int from = 0; from < images.size(); from += batchSize) {
            int size = Math.min(batchSize, images.size() - from);
            int[] labels = new int[size];
            for (int i = 0; i < size; i++) {
                int image = from + i;
                writer.write(image, Placement.AS_IS.turned(showing.quarterTurns(0, image)), buffer, i);
                labels[i] = showing.label(0, image);
            }
            sum = sum.plus(session.evaluate(new Batch(buffer, labels, size)));
        }
        return sum;
    }
}
