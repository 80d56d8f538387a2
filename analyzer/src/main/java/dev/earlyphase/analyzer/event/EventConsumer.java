package dev.earlyphase.analyzer.event;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.earlyphase.analyzer.archive.ImportedStatistics;
import dev.earlyphase.analyzer.attempt.Attempts;
import dev.earlyphase.analyzer.checkpoint.CheckpointAnalysis;
import dev.earlyphase.analyzer.deadletter.DeadLetters;
import dev.earlyphase.analyzer.deletion.Deletion;
import dev.earlyphase.analyzer.end.EndAnalysis;
import dev.earlyphase.analyzer.mask.MaskAnalysis;
import dev.earlyphase.analyzer.outage.Patience;
import dev.earlyphase.analyzer.outage.Stopping;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.CheckpointsDropped;
import dev.earlyphase.contracts.event.MaskDerived;
import dev.earlyphase.contracts.event.ObjectsOutdated;
import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.contracts.event.TrialForgotten;
import dev.earlyphase.contracts.event.TrialImported;

/** Takes events one after another; each is acknowledged when its results are stored. */
@ApplicationScoped
public class EventConsumer {
    private final EventReader reader;
    private final Attempts attempts;
    private final CheckpointAnalysis checkpoints;
    private final MaskAnalysis masks;
    private final EndAnalysis ends;
    private final Deletion deletion;
    private final ImportedStatistics imports;
    private final Patience patience;
    private final DeadLetters deadLetters;

    EventConsumer(
            EventReader reader,
            Attempts attempts,
            CheckpointAnalysis checkpoints,
            MaskAnalysis masks,
            EndAnalysis ends,
            Deletion deletion,
            ImportedStatistics imports,
            Patience patience,
            DeadLetters deadLetters) {
        this.reader = reader;
        this.attempts = attempts;
        this.checkpoints = checkpoints;
        this.masks = masks;
        this.ends = ends;
        this.deletion = deletion;
        this.imports = imports;
        this.patience = patience;
        this.deadLetters = deadLetters;
    }

    @Incoming(Topics.CHECKPOINT_EVENTS)
    @Blocking
    CompletionStage<Void> take(KafkaRecord<String, byte[]> record) {
        try {
            TrialEvent event = reader.read(record.getPayload());
            patience.persist("analyze an event of trial " + event.trial().brief(), () -> analyze(event));
            return record.ack();
        } catch (Stopping stopping) {
            return stopping.standstill();
        } catch (RuntimeException poison) {
            return deadLetters.bury(record, poison);
        }
    }

    private void analyze(TrialEvent event) {
        switch (event) {
            case CheckpointWritten checkpoint -> ofCurrentAttempt(checkpoint, checkpoints::analyze);
            case MaskDerived mask -> ofCurrentAttempt(mask, masks::analyze);
            case AttemptEnded ended -> ofCurrentAttempt(ended, ends::analyze);
            // Said by the orchestrator, of all attempts up to one: nothing that another attempt could replace.
            case CheckpointsDropped dropped -> deletion.drop(dropped);
            case ObjectsOutdated outdated -> deletion.sweep(outdated);
            case TrialForgotten forgotten -> deletion.forget(forgotten);
            case TrialImported imported -> imports.load(imported);
        }
    }

    private <E extends TrialEvent> void ofCurrentAttempt(E event, Consumer<E> analysis) {
        if (attempts.admitsEvent(event.trial(), event.attempt())) {
            analysis.accept(event);
        }
    }
}
