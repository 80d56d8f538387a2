package dev.earlyphase.analyzer.deletion;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.earlyphase.analyzer.object.ObjectStore;
import dev.earlyphase.contracts.event.CheckpointsDropped;
import dev.earlyphase.contracts.event.ObjectsOutdated;
import dev.earlyphase.contracts.event.TrialForgotten;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.trial.TrialId;

/**
 * Deletes rows and then objects. All of it is safe to repeat, and none of it touches an attempt after the one that the
 * event names: a trial asked for again may be running by then.
 */
@ApplicationScoped
public class Deletion {
    private static final Logger LOG = Logger.getLogger(Deletion.class);

    private final ObjectStore objects;
    private final DeletionTable table;

    public Deletion(ObjectStore objects, DeletionTable table) {
        this.objects = objects;
        this.table = table;
    }

    /** Everything that the attempts left. An object that a worker cut off from us writes after this stays. */
    public void forget(TrialForgotten forgotten) {
        // Rows first: from then on nothing is computed of the objects any more.
        int rows = table.forget(forgotten);
        List<String> keys = attempts(forgotten.attempt())
                .mapToObj(attempt -> ObjectKeys.prefix(forgotten.trial(), attempt))
                .flatMap(prefix -> objects.keysUnder(prefix).stream())
                .toList();
        objects.delete(keys);
        LOG.infof(
                "Deleted what a forgotten trial left: trial=%s attempt=%d rows=%d objects=%d",
                forgotten.trial().brief(), forgotten.attempt(), rows, keys.size());
    }

    /** The weights and the momentum at the iterations, of every attempt; what was found out about them stays. */
    public void drop(CheckpointsDropped dropped) {
        table.drop(dropped);
        List<String> keys = attempts(dropped.attempt())
                .boxed()
                .flatMap(attempt ->
                        dropped.iterations().stream().flatMap(iteration -> keys(dropped.trial(), attempt, iteration)))
                .toList();
        objects.delete(keys);
        LOG.infof(
                "Deleted checkpoints that nobody keeps: trial=%s iterations=%s",
                dropped.trial().brief(), dropped.iterations());
    }

    /** Whatever else attempts have left than what is kept and their logs. */
    public void sweep(ObjectsOutdated outdated) {
        table.sweep(outdated);
        List<String> keys = attempts(outdated.attempt())
                .mapToObj(attempt -> ObjectKeys.prefix(outdated.trial(), attempt))
                .flatMap(prefix -> objects.keysUnder(prefix).stream())
                .filter(key -> !ObjectKeys.isLog(key))
                .filter(key -> !outdated.kept().contains(key))
                .toList();
        if (!keys.isEmpty()) {
            objects.delete(keys);
            LOG.infof(
                    "Deleted what earlier attempts left: trial=%s objects=%d",
                    outdated.trial().brief(), keys.size());
        }
    }

    private static Stream<String> keys(TrialId trial, int attempt, int iteration) {
        return Stream.of(
                ObjectKeys.checkpoint(trial, attempt, iteration), ObjectKeys.momentum(trial, attempt, iteration));
    }

    private static IntStream attempts(int last) {
        return IntStream.rangeClosed(1, last);
    }
}
