package dev.earlyphase.gateway.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.earlyphase.contracts.archive.ArchivedStudy;
import dev.earlyphase.contracts.archive.ArchivedTrial;
import dev.earlyphase.contracts.archive.CheckpointChoice;
import dev.earlyphase.contracts.archive.Manifest;
import dev.earlyphase.contracts.archive.ResultTable;
import dev.earlyphase.contracts.error.DomainException.Conflict;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.archive.TableRows.Kept;
import dev.earlyphase.gateway.database.SchemaVersion;
import dev.earlyphase.gateway.figure.FigureFiles;

/**
 * Writes the archive of a study as it is read, so that no part of it need fit into memory. The trials are read twice; if
 * they have changed in between, the archive is not finished.
 */
@ApplicationScoped
class Export {
    private static final int TRIALS_A_QUERY = 50;

    private final ArchivedTrials trials;
    private final TableRows rows;
    private final FigureFiles figures;
    private final Objects objects;
    private final ObjectMapper json;
    private final String product;

    Export(
            ArchivedTrials trials,
            TableRows rows,
            FigureFiles figures,
            Objects objects,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.version") String product) {
        this.trials = trials;
        this.rows = rows;
        this.figures = figures;
        this.objects = objects;
        this.json = json;
        this.product = product;
    }

    /** @throws Conflict while the study has not ended, or its statistics are not there yet */
    ArchivedStudy check(StudyView study) {
        ArchivedStudy archived = trials.first(study.id()).study();
        rows.demandComplete(study.id());
        return archived;
    }

    void write(StudyView study, ArchivedStudy archived, CheckpointChoice choice, OutputStream out) throws IOException {
        var made = Clock.systemUTC().instant();
        var archive = new ArchiveWriter(out, made);
        var manifest = new Manifest(
                Manifest.FORMAT,
                study.id(),
                product,
                SchemaVersion.RESULTS.needed(),
                choice,
                study.progress().of(),
                made);
        archive.text(Entries.README, Readme.of(archived, manifest, figures.names(study)));
        archive.text(Entries.MANIFEST, json.writeValueAsString(manifest));
        archive.text(Entries.STUDY, json.writeValueAsString(archived));
        MessageDigest before = Digests.sha256();
        List<Kept> known = trials(study.id(), choice, archive, before);
        tables(known, archive);
        for (String name : figures.names(study)) {
            for (Map.Entry<String, String> file : figures.of(study, name).entrySet()) {
                archive.text(Entries.FIGURES + file.getKey(), file.getValue());
            }
        }
        MessageDigest after = Digests.sha256();
        objects(study.id(), choice, archive, after);
        if (!MessageDigest.isEqual(before.digest(), after.digest())) {
            throw new Conflict("Study " + study.id() + " changed while its archive was written.");
        }
        archive.finish();
    }

    private List<Kept> trials(String study, CheckpointChoice choice, ArchiveWriter archive, MessageDigest digest)
            throws IOException {
        var known = new ArrayList<Kept>();
        archive.text(
                Entries.TRIALS,
                out -> trials.each(study, choice, trial -> {
                    byte[] line = line(trial);
                    digest.update(line);
                    write(line, out);
                    known.add(Kept.of(trial));
                }));
        return known;
    }

    private void tables(List<Kept> known, ArchiveWriter archive) throws IOException {
        for (ResultTable table : ResultTable.values()) {
            archive.text(Entries.of(table), out -> {
                for (int from = 0; from < known.size(); from += TRIALS_A_QUERY) {
                    List<Kept> some = known.subList(from, Math.min(from + TRIALS_A_QUERY, known.size()));
                    rows.each(table, some, row -> write((row + "\n").getBytes(StandardCharsets.UTF_8), out));
                }
            });
        }
    }

    private void objects(String study, CheckpointChoice choice, ArchiveWriter archive, MessageDigest digest) {
        trials.each(study, choice, trial -> {
            digest.update(line(trial));
            var once = new LinkedHashMap<String, ObjectRef>();
            trial.objects().forEach(object -> once.put(object.key(), object));
            once.values().forEach(object -> object(object, archive));
        });
    }

    private void object(ObjectRef object, ArchiveWriter archive) {
        try {
            boolean mask = object.key().endsWith("/mask.safetensors");
            ArchiveWriter.Content content = out -> objects.copy(object.key(), out);
            String name = Entries.of(object);
            String sha256 = mask ? archive.text(name, content) : archive.plain(name, content);
            if (!sha256.equals(object.sha256())) {
                throw new IllegalStateException("the store holds another object under " + object.key());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] line(ArchivedTrial trial) {
        try {
            return (json.writeValueAsString(trial) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(byte[] bytes, OutputStream out) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
