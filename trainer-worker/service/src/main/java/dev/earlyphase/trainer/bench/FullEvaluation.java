package dev.earlyphase.trainer.bench;

import java.util.List;

import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.task.Lesson;
import dev.earlyphase.core.telemetry.TelemetrySink;
import dev.earlyphase.core.telemetry.TestEvaluation;
import dev.earlyphase.engine.torch.BareLoop;

/** Scoring the test set as a worker does it, against libtorch alone with a batch that is there already. */
final class FullEvaluation {
    private static final TelemetrySink NOWHERE = new TelemetrySink() {
        @Override
        public void row(TelemetryBatch.Row row) {}

        @Override
        public void evaluation(TelemetryBatch.Evaluation evaluation) {}

        @Override
        public void measurement(TelemetryBatch.Measurement measurement) {}
    };

    private static final Observations BEGIN_AND_END =
            new Observations(List.of(), 0, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private FullEvaluation() {}

    /** Images a second over the whole test set. */
    static double imagesPerSecond(Engine engine, Workload workload, DataSet data) {
        TrialSpec spec = workload.spec(1, Precision.FP32);
        var evaluation = new TestEvaluation(Lesson.of(spec, data), spec, BEGIN_AND_END, NOWHERE);
        try (Session session = engine.open(workload.network(), Workload.BATCH)) {
            session.restore(workload.start());
            double milliseconds = Stopwatch.milliseconds(0, 1, () -> evaluation.reached(0, session));
            return data.test().size() / milliseconds * 1_000;
        }
    }

    static double bareImagesPerSecond(Workload workload, DataSet data) {
        int batches = Math.ceilDiv(data.test().size(), Workload.BATCH);
        try (var loop = new BareLoop(
                workload.network(), workload.start(), workload.batch(data), workload.update(), Precision.FP32)) {
            return Workload.BATCH / Stopwatch.milliseconds(0, batches, loop::evaluate) * 1_000;
        }
    }
}
