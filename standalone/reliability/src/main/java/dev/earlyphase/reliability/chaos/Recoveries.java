package dev.earlyphase.reliability.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.earlyphase.reliability.evidence.Database;

/** How long it takes until the trial of a killed worker runs again, or has ended. */
final class Recoveries {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Database database;
    private final List<Duration> durations = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> watches = new ArrayList<>();

    Recoveries(Database database) {
        this.database = database;
    }

    private record Held(String trial, int attempt) {}

    /** To be called before the worker dies. */
    Runnable before(String worker) {
        List<Held> held = held(worker);
        return () -> held.forEach(trial -> watches.add(Thread.ofVirtual().start(() -> watch(trial))));
    }

    /** Waits for those that are under way, and returns all, the shortest first. */
    List<Duration> all() throws InterruptedException {
        for (Thread watch : watches) {
            watch.join();
        }
        return durations.stream().sorted().toList();
    }

    private void watch(Held held) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < LIMIT.toNanos()) {
            if (goesOn(held)) {
                durations.add(Duration.ofNanos(System.nanoTime() - began));
                return;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        durations.add(LIMIT);
    }

    private List<Held> held(String worker) {
        try {
            return database.ask(
                    "select id, attempt from study.trial where state = 'running' and worker like ? || '-%'",
                    row -> new Held(row.getString(1), row.getInt(2)), worker);
        } catch (SQLException e) {
            // Another fault keeps Postgres away: this one is not measured.
            return List.of();
        }
    }

    private boolean goesOn(Held held) {
        try {
            return !database.ask(
                            "select 1 from study.trial where id = ? and (state = 'completed' or state = 'running' and attempt > ?)",
                            row -> row.getInt(1),
                            held.trial(),
                            held.attempt())
                    .isEmpty();
        } catch (SQLException e) {
            return false;
        }
    }
}
