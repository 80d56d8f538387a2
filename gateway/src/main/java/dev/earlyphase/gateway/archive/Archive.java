package dev.earlyphase.gateway.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earlyphase.contracts.archive.ArchivedStudy;
import dev.earlyphase.contracts.archive.ArchivedTrial;
import dev.earlyphase.contracts.archive.Lines;
import dev.earlyphase.contracts.archive.Manifest;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.gateway.database.SchemaVersion;

/** An archive that fits together: its trials, their objects and their rows. */
final class Archive implements AutoCloseable {
    private static final int LONGEST_JSON = 4 << 20;

    private final ArchiveFile file;
    private final ObjectMapper json;
    private final ArchivedStudy study;

    private Archive(ArchiveFile file, ObjectMapper json) throws IOException {
        this.file = file;
        this.json = json;
        var manifest = read(Entries.MANIFEST, Manifest.class);
        this.study = read(Entries.STUDY, ArchivedStudy.class);
        Check.that(
                manifest.tables() <= SchemaVersion.RESULTS.needed(),
                Entries.MANIFEST + ".tables",
                manifest.tables(),
                "at most version " + SchemaVersion.RESULTS.needed() + ", which this installation knows");
        Check.that(manifest.study().equals(study.id()), Entries.MANIFEST + ".study", manifest.study(), study.id());
    }

    /** What is done with one trial. */
    interface Taker {
        void take(ArchivedTrial trial, StatisticsOfTrials statistics) throws IOException;
    }

    /**
     * @param most bytes of all entries, unpacked
     * @throws Invalid naming the entry, and the line, that is not as it should be
     */
    static Archive open(Path path, long most, ObjectMapper json) throws IOException {
        ArchiveFile file = ArchiveFile.open(path, most);
        try {
            var archive = new Archive(file, json);
            archive.check();
            return archive;
        } catch (RuntimeException | IOException e) {
            file.close();
            throw e;
        }
    }

    /** Hands on one trial after another; whoever takes it reads its rows, too. */
    void each(Taker taker) throws IOException {
        try (InputStream content = file.read(Entries.TRIALS);
                var statistics = new StatisticsOfTrials(file)) {
            var lines = new Lines(Entries.TRIALS, content);
            for (String line = lines.next(); line != null; line = lines.next()) {
                taker.take(read(line, ArchivedTrial.class, lines.place()), statistics);
            }
            statistics.demandEnd();
        }
    }

    InputStream object(ObjectRef object) {
        return file.read(Entries.of(object));
    }

    /** The study in the first line, and a trial in each further one. */
    InputStream lines() {
        try {
            byte[] first = (json.writeValueAsString(study) + "\n").getBytes(StandardCharsets.UTF_8);
            return new SequenceInputStream(new ByteArrayInputStream(first), file.read(Entries.TRIALS));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void check() throws IOException {
        var told = new AtomicLong();
        each((trial, statistics) -> {
            trial.objects().forEach(this::check);
            told.addAndGet(trial.objects().map(ObjectRef::key).distinct().count());
            statistics.next(trial, (table, row) -> {});
        });
        Check.that(
                told.get() == file.objects(),
                Entries.OBJECTS,
                file.objects() + " files",
                told + ", those that " + Entries.TRIALS + " tells of");
    }

    private void check(ObjectRef object) {
        String name = Entries.of(object);
        Check.that(file.has(name), "entry", "no " + name, "every object that " + Entries.TRIALS + " tells of");
        Check.that(file.sha256(name).equals(object.sha256()), name, file.sha256(name), "SHA-256 " + object.sha256());
        Check.that(file.bytes(name) == object.bytes(), name, file.bytes(name) + " bytes", object.bytes() + " bytes");
    }

    private <T> T read(String name, Class<T> type) throws IOException {
        try (InputStream content = file.read(name)) {
            byte[] bytes = content.readNBytes(LONGEST_JSON + 1);
            Check.that(bytes.length <= LONGEST_JSON, name, "more bytes", "at most " + LONGEST_JSON + " bytes");
            return read(new String(bytes, StandardCharsets.UTF_8), type, name);
        }
    }

    private <T> T read(String text, Class<T> type, String place) {
        try {
            return Check.given(json.readValue(text, type), place, "a JSON object");
        } catch (JsonProcessingException e) {
            throw e.getCause() instanceof Invalid invalid
                    ? invalid.under(place)
                    : new Invalid(
                            place, "what cannot be read", "JSON as an export writes it; " + e.getOriginalMessage());
        }
    }
}
