package dev.earlyphase.analyzer.end;

import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import org.jboss.logging.Logger;

import dev.earlyphase.analyzer.checkpoint.Snapshot;
import dev.earlyphase.analyzer.checkpoint.Snapshots;
import dev.earlyphase.analyzer.checkpoint.SurvivorsOfCheckpoint;
import dev.earlyphase.analyzer.object.ObjectStore;
import dev.earlyphase.analyzer.outage.Patience;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.AttemptEnded.Completed;
import dev.earlyphase.contracts.event.AttemptEnded.Diverged;
import dev.earlyphase.contracts.event.AttemptEnded.Failed;
import dev.earlyphase.contracts.event.AttemptEnded.Released;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.safetensors.SafetensorsFile;

/**
 * Once a trial has its end, compares every snapshot on record with it. Snapshots are fetched one after another: the end
 * and one more are in memory, and the masks of the one before. However long it takes, the record's offset just waits:
 * offsets are committed one by one as records are acknowledged (commit strategy "latest"), with no limit on their age.
 */
@ApplicationScoped
public class EndAnalysis {
    private static final Logger LOG = Logger.getLogger(EndAnalysis.class);
    private static final int SNAPSHOTS_A_MESSAGE = 10;

    private final Snapshots snapshots;
    private final ObjectStore objects;
    private final SurvivorsOfCheckpoint survivors;
    private final EndTable table;
    private final Patience patience;

    public EndAnalysis(
            Snapshots snapshots,
            ObjectStore objects,
            SurvivorsOfCheckpoint survivors,
            EndTable table,
            Patience patience) {
        this.snapshots = snapshots;
        this.objects = objects;
        this.survivors = survivors;
        this.table = table;
        this.patience = patience;
    }

    /** Safe to repeat. */
    @WithSpan("analyze end")
    public void analyze(AttemptEnded ended) {
        switch (ended.outcome()) {
            case Completed completed -> analyze(ended, completed.result().iteration());
            case Diverged diverged -> {}
            case Failed failed -> {}
            case Released released -> {}
        }
    }

    private void analyze(AttemptEnded ended, int iteration) {
        List<Snapshot> onRecord = snapshots.of(ended.trial());
        Optional<Snapshot> end = onRecord.stream()
                .filter(snapshot -> snapshot.iteration() == iteration)
                .findFirst();
        if (end.isEmpty()) {
            LOG.warnf(
                    "No checkpoint of the end is on record to compare with: trial=%s attempt=%d iteration=%d",
                    ended.trial().brief(), ended.attempt(), iteration);
            return;
        }
        SafetensorsFile file = objects.fetch(end.get().weights());
        compare(
                ended,
                onRecord,
                end.get(),
                End.of(file.tensors(), survivors.in(file, end.get().mask())));
    }

    private void compare(AttemptEnded ended, List<Snapshot> onRecord, Snapshot last, End end) {
        DrawnMasks before = null;
        int done = 0;
        for (Snapshot snapshot : onRecord) {
            DrawnMasks previous = before;
            // An outage is waited out here, so that the snapshots before need not be fetched again.
            before = patience.obtain(
                    "compare a snapshot of trial " + ended.trial().brief(), () -> {
                        Tensors weights = snapshot.equals(last)
                                ? end.weights()
                                : objects.fetch(snapshot.weights()).tensors();
                        return compare(ended, snapshot.iteration(), weights, end, previous);
                    });
            if (++done % SNAPSHOTS_A_MESSAGE == 0 || done == onRecord.size()) {
                LOG.infof(
                        "Compared snapshots with the end: trial=%s done=%d of=%d",
                        ended.trial().brief(), done, onRecord.size());
            }
        }
    }

    /** Returns the masks of the snapshot. */
    private DrawnMasks compare(AttemptEnded ended, int iteration, Tensors weights, End end, DrawnMasks previous) {
        DrawnMasks masks = weights == end.weights() ? end.masks() : DrawnMasks.from(weights, end.survivors());
        table.store(ended, iteration, end.compare(weights), end.converge(masks, previous));
        return masks;
    }
}
