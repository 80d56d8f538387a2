package dev.earlyphase.trainer.attempt;

import java.time.Duration;
import java.util.OptionalInt;

import dev.earlyphase.core.data.DataSets;
import dev.earlyphase.core.engine.EngineDescription;
import dev.earlyphase.trainer.build.Build;

/**
 * What all attempts of this worker share.
 *
 * @param meters count what is trained
 * @param recovery how often a state is kept to resume from
 * @param batchThreads that prepare batches beside training; empty for as many as are usual
 */
record Setting(
        String worker,
        Build build,
        EngineDescription engine,
        Checkpoints checkpoints,
        DataSets data,
        TrainingMeters meters,
        Duration recovery,
        OptionalInt batchThreads) {}
