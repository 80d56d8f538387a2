package dev.earlyphase.analyzer.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.runtime.Startup;
import org.jboss.logging.Logger;

import dev.earlyphase.analyzer.object.ObjectStore;
import dev.earlyphase.analyzer.object.References;
import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.safetensors.SafetensorsFile;
import dev.earlyphase.weights.statistics.CheckpointSummary;

/** Fetches a checkpoint and what it refers to, computes its statistics and stores them. */
@Startup
@ApplicationScoped
public class CheckpointAnalysis {
    private static final Logger LOG = Logger.getLogger(CheckpointAnalysis.class);
    private final ObjectStore objects;
    private final References references;
    private final SurvivorsOfCheckpoint survivors;
    private final CheckpointTable table;
    private final Counter analyzed;
    private final Timer timer;

    public CheckpointAnalysis(
            ObjectStore objects,
            References references,
            SurvivorsOfCheckpoint survivors,
            CheckpointTable table,
            MeterRegistry registry) {
        this.objects = objects;
        this.references = references;
        this.survivors = survivors;
        this.table = table;
        this.analyzed = Counter.builder("earlyphase.analyzed.checkpoints")
                .description("Checkpoints whose statistics are stored")
                .register(registry);
        this.timer = Timer.builder("earlyphase.analysis")
                .description("Time from the event of a checkpoint to its stored statistics")
                .register(registry);
    }

    /** Safe to repeat. */
    @WithSpan("analyze checkpoint")
    public void analyze(CheckpointWritten checkpoint) {
        try {
            timer.record(() -> table.store(checkpoint, summary(checkpoint)));
            analyzed.increment();
        } catch (NotFound gone) {
            // One to resume from is dropped once it is not needed; its event may come a second time after that.
            if (checkpoint.purpose() == CheckpointWritten.Purpose.OBSERVED) {
                throw gone;
            }
            LOG.infof("A checkpoint to resume from is there no more: %s", gone.getMessage());
        }
    }

    private CheckpointSummary summary(CheckpointWritten checkpoint) {
        SafetensorsFile file =
                isReference(checkpoint) ? references.get(checkpoint.weights()) : objects.fetch(checkpoint.weights());
        return CheckpointSummary.of(
                file.tensors(),
                survivors.in(file, checkpoint.mask()),
                earlier(checkpoint.start(), file),
                earlier(checkpoint.initialisation(), file));
    }

    /** The first checkpoint of a trial is what its others are compared with. */
    private static boolean isReference(CheckpointWritten checkpoint) {
        return checkpoint.start() == null;
    }

    private Tensors earlier(ObjectRef reference, SafetensorsFile file) {
        return reference == null ? file.tensors() : references.get(reference).tensors();
    }
}
