package dev.earlyphase.reliability.load;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.stack.Stack;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.reliability.load.crowd.Crowd;
import dev.earlyphase.reliability.load.crowd.Door;
import dev.earlyphase.reliability.load.crowd.Idlers;
import dev.earlyphase.reliability.load.crowd.Scenario;
import dev.earlyphase.reliability.load.event.Audience;
import dev.earlyphase.reliability.load.fill.StudyMix;

/** Asks much of a stack whose database is full, and notes how it bears it. */
final class Measuring {
    private static final int FOLLOWED = 10;
    private static final int DELETION_TRIES = 30;
    private static final int CALM = 5;
    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(120);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration SLOW_PAUSE = Duration.ofSeconds(2);
    private static final int IDLE_LISTENERS = 100;
    private static final int IDLE_DOWNLOADS = 10;

    private final Stack stack;
    private final Home home;
    private final Terminal terminal;
    private final LoadSize size;
    private final Door door;
    private final Sights sights;
    private final LoadReport report = new LoadReport();
    /** No two runs on one database hand in the same study. */
    private int next = (int) (Instant.now().getEpochSecond() % 100_000);

    Measuring(Stack stack, Home home, Terminal terminal, LoadSize size) {
        this.stack = stack;
        this.home = home;
        this.terminal = terminal;
        this.size = size;
        this.door = Door.of(stack.gateway(), home);
        this.sights = Sights.of(home);
    }

    LoadReport measure(LoadPart part) {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        terminal.line(
                "Measuring %s, on %d processors with a load average of %.1f before",
                part, machine.getAvailableProcessors(), machine.getSystemLoadAverage());
        switch (part) {
            case READING -> size.clients().forEach(this::read);
            case SUBMISSION -> size.clients().forEach(this::submit);
            case EVENTS -> listen();
            case OVERLOAD -> flood();
            case SLOW -> idle();
        }
        return report;
    }

    private void read(int clients) {
        for (Scenario scenario : sights.scenarios()) {
            // Once for what is compiled and cached at first use.
            new Crowd(door, Math.min(clients, 10), Duration.ofSeconds(2), Duration.ZERO).ask(scenario);
            report.reading().add(new Crowd(door, clients, size.length(), size.pause()).ask(scenario));
            show(LoadTable.reading(List.of(report.reading().getLast())));
        }
    }

    private void submit(int readers) {
        var reading = CompletableFuture.runAsync(
                () -> new Crowd(door, readers, size.length(), size.pause()).ask(sights.mixed()));
        Interruption.pause(LOOK_EVERY.multipliedBy(10));
        Instant began = Instant.now();
        StudyView study = handIn(StudyMix.ofTenThousand(next++));
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        report.submissions().add(new Submission(readers, study.progress().of(), seconds));
        show(LoadTable.submissions(List.of(report.submissions().getLast())));
        reading.join();
        remove(study.id());
    }

    private void listen() {
        List<String> followed = new ArrayList<>();
        try {
            for (int i = 0; i < FOLLOWED; i++) {
                followed.add(handIn(StudyMix.ofAThousand(next++)).id());
            }
            for (int listeners : size.clients()) {
                var audience = new Audience(door, home, listeners, size.listening());
                report.hearings().add(audience.listen(followed));
                show(LoadTable.hearings(List.of(report.hearings().getLast())));
            }
        } finally {
            followed.forEach(this::remove);
        }
    }

    private void flood() {
        var restarts = Restarts.since(stack.state());
        var tally = new Crowd(door, size.most(), size.length(), Duration.ZERO).ask(sights.mixed());
        double recovered = recovery();
        report.overloads().add(new Overload("no pause", tally, recovered, restarts.until(stack.state())));
        show(LoadTable.overloads(report.overloads()));
        tally.faults().forEach(fault -> terminal.line("  " + fault));
    }

    private void idle() {
        var restarts = Restarts.since(stack.state());
        StudyView followed = handIn(StudyMix.ofAThousand(next++));
        try (var idlers = new Idlers(door)) {
            idlers.listen(followed.id(), IDLE_LISTENERS);
            sights.downloads().forEach(path -> idlers.download(path, IDLE_DOWNLOADS));
            var tally = new Crowd(door, size.most() / 10, size.length(), SLOW_PAUSE).ask(sights.mixed());
            report.overloads()
                    .add(new Overload(
                            "%d idle clients let in, %d refused".formatted(idlers.begun(), idlers.refused()),
                            tally,
                            recovery(),
                            restarts.until(stack.state())));
        }
        show(LoadTable.overloads(report.overloads()));
        remove(followed.id());
    }

    /** Seconds until a page comes in time again, several times in a row; negative where it does not. */
    private double recovery() {
        Instant began = Instant.now();
        Scenario page = sights.scenarios().getFirst();
        int calm = 0;
        while (Duration.between(began, Instant.now()).compareTo(RECOVERY_LIMIT) < 0) {
            var tally = new Crowd(door, 1, LOOK_EVERY, Duration.ZERO).ask(page);
            calm = tally.broken() + tally.refused() == 0 && tally.withinLimit() ? calm + 1 : 0;
            if (calm == CALM) {
                return Duration.between(began, Instant.now()).toMillis() / 1000.0;
            }
        }
        return -1;
    }

    private StudyView handIn(StudyFile study) {
        return stack.api().studies().submit(study).study();
    }

    /** Running trials end a moment after their study is cancelled. */
    private void remove(String study) {
        Studies studies = stack.api().studies();
        studies.cancel(study);
        for (int attempt = 1; ; attempt++) {
            try {
                studies.delete(study);
                return;
            } catch (Failure e) {
                if (attempt == DELETION_TRIES) {
                    throw e;
                }
                Interruption.pause(LOOK_EVERY);
            }
        }
    }

    private void show(LoadTable table) {
        table.text().forEach(terminal::line);
    }
}
