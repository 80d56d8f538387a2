package dev.earlyphase.cli.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;

/** Asks how far a study is, once a second, and shows it; a gateway that is away for a while is waited for. */
public final class Watch {
    private static final int MOST_REASONS = 5;

    private final Studies studies;
    private final Terminal terminal;
    private final Throughput throughput = new Throughput();
    private final ProgressView view;
    private final Lookout lookout;
    private final Asking asking;

    public Watch(Studies studies, Terminal terminal) {
        this(studies, terminal, ProgressView.in(terminal));
    }

    private Watch(Studies studies, Terminal terminal, ProgressView view) {
        this.studies = studies;
        this.terminal = terminal;
        this.view = view;
        this.lookout = new Lookout(studies, view.wantsTrials());
        this.asking = new Asking(view::waits);
    }

    /** Hands on the study whenever it has changed, its end too, and says all else in the terminal. */
    public static Watch handingOn(Consumer<StudyView> reader, Studies studies, Terminal terminal) {
        return new Watch(studies, terminal, ProgressView.to(reader, terminal));
    }

    /**
     * Returns the study when it has ended well.
     *
     * @throws Failure if it ended with trials that failed, naming them, or was cancelled
     */
    public StudyView untilEnd(String id) {
        Instant began = Instant.now();
        Look look = look(id);
        while (look.study().state() == StudyView.State.RUNNING) {
            show(look);
            Interruption.pause(Asking.EVERY);
            look = look(id);
        }
        show(look);
        StudyView study = look.study();
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

    private Look look(String id) {
        return asking.answer(() -> lookout.look(id));
    }

    private void show(Look look) {
        throughput.add(Instant.now(), look.study().progress().iterations());
        view.show(look, throughput.perSecond());
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
