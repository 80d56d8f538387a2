package dev.earlyphase.gateway.checkpoint;

import java.net.URI;
import java.time.Instant;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.gateway.orchestrator.Checkpoint;

/**
 * A checkpoint and where to fetch it.
 *
 * @param sha256 of the weights and batch-norm statistics, a file in the format safetensors
 * @param download from where to fetch that file, for a while
 * @param momentum the optimizer's, where it has any
 * @param mask left out for a dense trial
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckpointView(
        int iteration,
        int attempt,

        @Schema(description = "observed: asked for by a study; recovery: only for resuming")
        Purpose purpose,

        Instant at,

        @Schema(description = "Of the weights and batch-norm statistics, a safetensors file")
        String sha256,

        long bytes,

        @Schema(description = "From where to fetch that file, for a while")
        URI download,

        File momentum,
        File mask) {
    /** Another file that belongs to it. */
    public record File(String sha256, long bytes, URI download) {}

    static CheckpointView of(Checkpoint checkpoint, Function<String, URI> download) {
        ObjectRef weights = checkpoint.weights();
        return new CheckpointView(
                checkpoint.iteration(),
                checkpoint.attempt(),
                checkpoint.purpose(),
                checkpoint.at(),
                weights.sha256(),
                weights.bytes(),
                download.apply(weights.key()),
                file(checkpoint.momentum(), download),
                file(checkpoint.mask(), download));
    }

    private static File file(ObjectRef object, Function<String, URI> download) {
        return object == null ? null : new File(object.sha256(), object.bytes(), download.apply(object.key()));
    }
}
