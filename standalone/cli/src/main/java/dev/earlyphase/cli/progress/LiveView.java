package dev.earlyphase.cli.progress;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.cli.terminal.Size;
import dev.earlyphase.cli.terminal.Terminal;

/** The study and its running trials, drawn again in place. */
final class LiveView implements ProgressView {
    private final Terminal terminal;
    private List<String> seen = List.of();

    LiveView(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void show(Look look, double perSecond) {
        Size size = terminal.size();
        seen = LiveLines.of(look, perSecond, size);
        terminal.region(seen, size);
    }

    /** Below what was seen last. */
    @Override
    public void waits(String reason) {
        var lines = new ArrayList<>(seen);
        lines.add(reason);
        terminal.region(lines, terminal.size());
    }

    @Override
    public boolean wantsTrials() {
        return true;
    }
}
