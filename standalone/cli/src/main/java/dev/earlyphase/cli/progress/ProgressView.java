package dev.earlyphase.cli.progress;

import java.util.function.Consumer;

import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.study.StudyView;

/** How the progress of a study is shown. */
interface ProgressView {
    /** @param perSecond iterations of the study; 0 where that is not known */
    void show(Look look, double perSecond);

    /** Says why nothing new is to be seen. */
    void waits(String reason);

    /** Whether it shows trials too. */
    boolean wantsTrials();

    /** Live where lines can be rewritten, else a line every few seconds. */
    static ProgressView in(Terminal terminal) {
        return terminal.isInteractive() ? new LiveView(terminal) : new LineView(terminal);
    }

    /** Each change of the study, for programs. */
    static ProgressView to(Consumer<StudyView> reader, Terminal terminal) {
        return new ChangesView(reader, terminal);
    }
}
