package dev.earlyphase.contracts.figure;

import java.util.List;

/** One plot of a figure: curves over common axes. */
public record Panel(String title, Axis x, Axis y, List<Curve> curves) {
    public Panel {
        curves = List.copyOf(curves);
    }
}
