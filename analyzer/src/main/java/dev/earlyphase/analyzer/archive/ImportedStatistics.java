package dev.earlyphase.analyzer.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.earlyphase.analyzer.object.ObjectStore;
import dev.earlyphase.analyzer.outage.Outages;
import dev.earlyphase.contracts.archive.Lines;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.event.TrialImported;
import dev.earlyphase.contracts.object.ObjectKeys;

/** Makes rows of the statistics of a trial, which lie in the store; all of them, or none and a fault on record. */
@ApplicationScoped
public class ImportedStatistics {
    private static final Logger LOG = Logger.getLogger(ImportedStatistics.class);

    private final ObjectStore objects;
    private final ImportTable table;

    ImportedStatistics(ObjectStore objects, ImportTable table) {
        this.objects = objects;
        this.table = table;
    }

    /** Safe to repeat. */
    public void load(TrialImported imported) {
        if (table.isDone(imported)) {
            return;
        }
        String key = ObjectKeys.statistics(imported.trial(), imported.attempt());
        try {
            long rows = load(imported, key);
            LOG.infof("Statistics imported: trial=%s rows=%d", imported.trial().brief(), rows);
        } catch (RuntimeException e) {
            if (Outages.isOne(e)) {
                throw e;
            }
            LOG.warnf(
                    "Statistics cannot be imported: trial=%s %s",
                    imported.trial().brief(), e.getMessage());
            table.fail(imported, e.getMessage());
        }
        objects.delete(List.of(key));
    }

    private long load(TrialImported imported, String key) {
        try (InputStream object = objects.open(key);
                InputStream text = new GZIPInputStream(object)) {
            return table.load(imported, new Lines("the statistics", text));
        } catch (UncheckedIOException e) {
            throw readable(key, e.getCause());
        } catch (IOException e) {
            throw readable(key, e);
        }
    }

    /** What is wrong with the object stays so; anything else passes. */
    private static RuntimeException readable(String key, IOException e) {
        return e instanceof ZipException || e instanceof EOFException
                ? new Invalid(key, e.getMessage(), "a file in the format gzip")
                : new Unavailable("The object store does not hand out " + key + ": " + e);
    }
}
