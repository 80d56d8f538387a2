package dev.earlyphase.gateway.archive;

import java.time.Duration;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.archive.Reservation.Place;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.gateway.database.Database;

/** Waits until the analyzer has made rows of statistics. */
@ApplicationScoped
class LoadedStatistics {
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** With this many pauses in which no trial is done the analyzer counts as away. */
    private static final int LONGEST = 3_000;

    private static final String DONE = """
            select count(*)::int as done, min(i.trial) filter (where i.fault is not null) as trial,
                   min(i.fault) filter (where i.fault is not null) as fault
            from results.imported i
            join unnest(cast(? as text[]), cast(? as int[])) as w (trial, attempt)
                on w.trial = i.trial and w.attempt = i.attempt""";

    private final Database database;

    LoadedStatistics(Database database) {
        this.database = database;
    }

    private record Progress(int done, String trial, String fault) {}

    /**
     * @throws Invalid where a row is none that a table takes
     * @throws Unavailable where nothing happens for ten minutes
     */
    void await(List<Place> places) {
        List<Place> tried = places.stream().filter(Place::wasTried).toList();
        var trials = tried.stream().map(place -> place.trial().value()).toArray(String[]::new);
        var attempts = tried.stream().map(Place::last).toArray(Integer[]::new);
        int done = 0;
        for (int idle = 0; done < tried.size(); idle++) {
            if (idle == LONGEST) {
                throw new Unavailable("The analyzer takes in no statistics; nothing was imported.");
            }
            pause();
            Progress now = database.list(
                            DONE,
                            row -> new Progress(row.integer("done"), row.text("trial"), row.text("fault")),
                            trials,
                            attempts)
                    .getFirst();
            if (now.fault() != null) {
                throw new Invalid("tables of trial " + now.trial(), now.fault(), "rows that the tables take");
            }
            idle = now.done() > done ? 0 : idle;
            done = now.done();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("This service is about to stop.");
        }
    }
}
