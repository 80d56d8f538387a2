package dev.earlyphase.gateway.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import dev.earlyphase.contracts.archive.ArchivedTrial;
import dev.earlyphase.contracts.archive.Imported;
import dev.earlyphase.contracts.archive.Reservation;
import dev.earlyphase.contracts.archive.Reservation.Place;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.gateway.orchestrator.ArchiveOrchestrator;

/**
 * Takes an archive in. First all of it is checked. Then objects and statistics are stored under attempts that the
 * orchestrator has reserved, where nobody sees them. Last the study appears, in one transaction of the orchestrator's;
 * if anything fails before, the reservation is given up and with it all that was stored.
 */
@ApplicationScoped
class Import {
    private static final Logger LOG = Logger.getLogger(Import.class);

    private final ArchiveOrchestrator orchestrator;
    private final Objects objects;
    private final LoadedStatistics statistics;
    private final ArchiveConfig config;
    private final ObjectMapper json;

    Import(
            @RestClient ArchiveOrchestrator orchestrator,
            Objects objects,
            LoadedStatistics statistics,
            ArchiveConfig config,
            ObjectMapper json) {
        this.orchestrator = orchestrator;
        this.objects = objects;
        this.statistics = statistics;
        this.config = config;
        this.json = json;
    }

    Imported take(Path file) throws IOException {
        try (Archive archive = Archive.open(file, config.unpackedLimit().asLongValue(), json)) {
            Reservation reservation = orchestrator.begin(archive.lines());
            try {
                store(archive, reservation);
                orchestrator.tellStatistics(reservation.id());
                statistics.await(reservation.places());
                return orchestrator.takeIn(reservation.id(), archive.lines());
            } catch (RuntimeException | IOException e) {
                giveUp(reservation.id());
                throw e;
            }
        }
    }

    private void store(Archive archive, Reservation reservation) throws IOException {
        Map<TrialId, Place> places =
                reservation.places().stream().collect(Collectors.toMap(Place::trial, Function.identity()));
        objects.ensureBucket();
        archive.each((trial, rows) -> {
            Place place = places.get(trial.id());
            if (place == null || !place.wasTried()) {
                rows.next(trial, (table, row) -> {});
            } else {
                storeObjects(archive, trial, place);
                storeStatistics(trial, place, rows);
            }
        });
    }

    private void storeObjects(Archive archive, ArchivedTrial trial, Place place) throws IOException {
        var once = new LinkedHashMap<String, ObjectRef>();
        trial.objects().forEach(object -> once.put(object.key(), object));
        for (ObjectRef object : once.values()) {
            try (InputStream content = archive.object(object)) {
                String key = ObjectKeys.renumbered(object, place.before()).key();
                objects.put(key, new BufferedInputStream(content), object.bytes());
            }
        }
    }

    private void storeStatistics(ArchivedTrial trial, Place place, StatisticsOfTrials rows) throws IOException {
        try (var spool = Spool.empty(config)) {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(spool.file()), 1 << 16)) {
                rows.next(
                        trial,
                        (table, row) -> out.write((table.id() + " " + row + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            try (InputStream in = Files.newInputStream(spool.file())) {
                objects.put(
                        ObjectKeys.statistics(trial.id(), place.last()),
                        new BufferedInputStream(in),
                        Files.size(spool.file()));
            }
        }
    }

    /** If that fails too, the orchestrator does it by itself after some hours. */
    private void giveUp(String reservation) {
        try {
            orchestrator.giveUp(reservation);
        } catch (RuntimeException e) {
            LOG.warnf("An import cannot be given up now: import=%s %s", reservation, e);
        }
    }
}
