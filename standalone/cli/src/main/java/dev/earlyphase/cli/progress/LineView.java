package dev.earlyphase.cli.progress;

import dev.earlyphase.cli.terminal.Terminal;

/** A line every few seconds. */
final class LineView implements ProgressView {
    private final PassingLine line;

    LineView(Terminal terminal) {
        this.line = new PassingLine(terminal);
    }

    @Override
    public void show(Look look, double perSecond) {
        line.show(ProgressLine.of(look.study().progress(), perSecond));
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
