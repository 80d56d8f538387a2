package dev.earlyphase.cli.progress;

import java.util.function.Consumer;

import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.study.StudyView;

/** Hands on the study whenever something about it has changed. */
final class ChangesView implements ProgressView {
    private final Consumer<StudyView> reader;
    private final PassingLine line;
    private StudyView before;

    /** @param terminal where waiting is told, apart from the changes */
    ChangesView(Consumer<StudyView> reader, Terminal terminal) {
        this.reader = reader;
        this.line = new PassingLine(terminal);
    }

    @Override
    public void show(Look look, double perSecond) {
        if (!look.study().equals(before)) {
            reader.accept(look.study());
            before = look.study();
        }
    }

    @Override
    public void waits(String reason) {
        line.show(reason);
    }

    @Override
    public boolean wantsTrials() {
        return false;
    }
}
