package dev.earlyphase.reliability.load.fill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.progress.PassingLine;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;

/**
 * Brings a database to a size: studies by the API, so that all that follows from a submission is there; that their
 * trials are completed, and what is known of them, by SQL. What is there already is left as it is.
 */
public final class Filling {
    private static final String COMPLETE = resource("complete.sql");
    /** Submissions are limited to one a second after the first sixty. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private static final int TURNS = 120;

    private final Home home;
    private final Studies studies;
    private final Terminal terminal;
    private final PassingLine progress;

    public Filling(Home home, Studies studies, Terminal terminal) {
        this.home = home;
        this.studies = studies;
        this.terminal = terminal;
        this.progress = new PassingLine(terminal);
    }

    /** @param telemetryRows that there are to be at least; likewise the trials */
    public void fill(long trials, long telemetryRows) {
        Instant began = Instant.now();
        try (Connection connection = Bulk.connect(home)) {
            fillTrials(connection, trials);
            new TelemetryFilling(home, connection, progress::show).fill(telemetryRows);
            report(connection, began);
        } catch (SQLException e) {
            throw Failure.ofWork("The database could not be filled: " + e.getMessage());
        }
    }

    private void fillTrials(Connection connection, long trials) throws SQLException {
        Instant began = Instant.now();
        long before = Bulk.number(connection, "select count(*) from study.trial");
        var mix = new StudyMix(trials);
        // Interrupted before, it goes on at the study at which it was.
        int number = (int) Bulk.number(connection, "select count(*) from study.study where name ~ '^[a-z]+ \\d{1,6}$'");
        for (long done = before; done < trials; number++) {
            done += complete(connection, submit(mix.study(number)));
            var elapsed = Duration.between(began, Instant.now());
            progress.show(new Pace("trials", before, done, trials, elapsed).toString());
        }
        if (before < trials) {
            Bulk.execute(connection, "vacuum analyze");
        }
    }

    private String submit(StudyFile study) {
        for (int turn = 1; ; turn++) {
            try {
                return studies.submit(study).study().id();
            } catch (Failure refused) {
                if (turn == TURNS || !refused.getMessage().contains("Too many")) {
                    throw refused;
                }
                Interruption.pause(TURN);
            }
        }
    }

    /** Returns how many trials the study has. */
    private static long complete(Connection connection, String study) throws SQLException {
        Bulk.execute(connection, "begin; set local load.study = '" + study + "';\n" + COMPLETE + "\ncommit");
        return Bulk.number(connection, "select count(*) from study.study_trial where study = '" + study + "'");
    }

    private void report(Connection connection, Instant began) throws SQLException {
        long bytes = Bulk.number(connection, "select pg_total_relation_size('results.telemetry')");
        long rows = Bulk.number(
                connection, "select reltuples::bigint from pg_class where oid = 'results.telemetry'::regclass");
        terminal.line(
                "%s studies, %s trials, some %s rows of telemetry (%s, %d bytes a row with its key); the database has %s; filled in %s",
                Words.number(Bulk.number(connection, "select count(*) from study.study")),
                Words.number(Bulk.number(connection, "select count(*) from study.trial")),
                Words.number(rows),
                Words.bytes(bytes),
                rows <= 0 ? 0 : bytes / rows,
                Words.bytes(Bulk.number(connection, "select pg_database_size(current_database())")),
                Words.time(Duration.between(began, Instant.now())));
    }

    private static String resource(String name) {
        try (var in = Filling.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
