package dev.earlyphase.trainer.attempt;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.line.LineBetween;
import dev.earlyphase.core.telemetry.TelemetrySink;
import dev.earlyphase.core.training.StopSignal;

/** The line that a trial is to score, where its start is one. */
final class LineOfTrial {
    private LineOfTrial() {}

    /**
     * Scores it; does nothing where the start is another.
     *
     * @return whether training may begin; false where a line was stopped before its last point
     */
    static boolean measure(
            Claim claim, Subject subject, Checkpoints checkpoints, TelemetrySink telemetry, StopSignal stop) {
        return switch (claim.spec().start()) {
            case Start.Between between -> {
                var line = new LineBetween(
                        subject, claim.spec().training().precision(), between.points(), between.examples());
                yield line.measure(
                        checkpoints.fetch(claim.start()),
                        checkpoints.fetch(claim.startTo()),
                        claim.spec().beginIteration(),
                        telemetry,
                        stop);
            }
            case Start.Initialisation drawn -> true;
            case Start.Rewound rewound -> true;
            case Start.Pretrained learnt -> true;
        };
    }
}
