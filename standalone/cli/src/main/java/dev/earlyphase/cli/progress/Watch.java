package dev.earlyphase.cli.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.exit.ExitCode;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;

/** Asks how far a study is, once a second, and says so; a gateway that is away for a while is waited for. */
public final class Watch {
    private static final Duration ASK_EVERY = Duration.ofSeconds(1);
    private static final Duration PLAIN_LINE_EVERY = Duration.ofSeconds(5);
    private static final Duration AWAY_LIMIT = Duration.ofSeconds(120);
    private static final int MOST_REASONS = 5;

    private final Studies studies;
    private final Terminal terminal;
    private final Throughput throughput = new Throughput();
    private String lastLine = "";
    private Instant lastPrinted = Instant.MIN;
    private Instant lastAnswer = Instant.now();

    public Watch(Studies studies, Terminal terminal) {
        this.studies = studies;
        this.terminal = terminal;
    }

    /**
     * Returns the study when it has ended well.
     *
     * @throws Failure if it ended with trials that failed, naming them, or was cancelled
     */
    public StudyView untilEnd(String id) {
        Instant began = Instant.now();
        StudyView study = ask(id);
        while (study.state() == StudyView.State.RUNNING) {
            show(study);
            Interruption.pause(ASK_EVERY);
            study = ask(id);
        }
        return switch (study.state()) {
            case COMPLETED -> {
                terminal.line("Completed: %s in %s", trials(study), Words.time(Duration.between(began, Instant.now())));
                yield study;
            }
            case FAILED -> throw Failure.ofWork(failure(study));
            case CANCELLED -> throw Failure.ofWork("The study was cancelled.");
            case RUNNING -> throw new IllegalStateException("a study that runs has not ended");
        };
    }

    private StudyView ask(String id) {
        while (true) {
            try {
                StudyView study = studies.read(id);
                lastAnswer = Instant.now();
                return study;
            } catch (Failure failure) {
                Duration away = Duration.between(lastAnswer, Instant.now());
                if (failure.code() != ExitCode.NOT_REACHABLE || away.compareTo(AWAY_LIMIT) > 0) {
                    throw failure;
                }
                print("waiting for the gateway: " + failure.getMessage());
                Interruption.pause(ASK_EVERY);
            }
        }
    }

    private void show(StudyView study) {
        throughput.add(Instant.now(), study.progress().iterations());
        print(ProgressLine.of(study.progress(), throughput.perSecond()));
    }

    private void print(String line) {
        Duration since = Duration.between(lastPrinted, Instant.now());
        boolean due = terminal.isInteractive() || since.compareTo(PLAIN_LINE_EVERY) >= 0;
        if (due && !line.equals(lastLine)) {
            terminal.passing(line);
            lastLine = line;
            lastPrinted = Instant.now();
        }
    }

    private String failure(StudyView study) {
        List<TrialView> failed = studies.trials(study.id()).stream()
                .filter(trial -> trial.state() == TrialState.FAILED)
                .toList();
        var text = new StringBuilder("The study failed: ").append(trials(study));
        failed.stream()
                .limit(MOST_REASONS)
                .forEach(trial ->
                        text.append("%n  trial %s: %s".formatted(trial.id().brief(), trial.reason())));
        if (failed.size() > MOST_REASONS) {
            text.append("%n  and %d more".formatted(failed.size() - MOST_REASONS));
        }
        return text.append("%nOnce the reason is gone: earlyphase retry %s".formatted(study.id()))
                .toString();
    }

    /** Such as "20 trials completed, 2 failed". */
    private static String trials(StudyView study) {
        var text = new StringBuilder(Words.count(study.progress().of(), "trial"));
        for (TrialState state : TrialState.values()) {
            int count = study.trials().getOrDefault(state, 0);
            if (count > 0) {
                text.append(", ").append(count).append(' ').append(state.id());
            }
        }
        return text.toString();
    }
}
