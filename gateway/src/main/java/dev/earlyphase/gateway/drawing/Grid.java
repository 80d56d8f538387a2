package dev.earlyphase.gateway.drawing;

/**
 * How panels stand side by side.
 *
 * @param panelWidth in pixels
 */
record Grid(int panels, int columns, int panelWidth, int panelHeight) {
    /** @param labelled whether points bear labels, which take room */
    static Grid of(int panels, boolean labelled) {
        if (labelled && panels > 1) {
            return new Grid(panels, 2, 620, 500);
        }
        return switch (panels) {
            case 0 -> new Grid(0, 1, 0, 0);
            case 1 -> new Grid(1, 1, 760, 470);
            case 2, 4 -> new Grid(panels, 2, 520, 390);
            default -> new Grid(panels, 3, 410, 310);
        };
    }

    int width() {
        return columns * panelWidth;
    }

    int height() {
        return Math.ceilDiv(panels, columns) * panelHeight;
    }

    int left(int panel) {
        return panel % columns * panelWidth;
    }

    int top(int panel) {
        return panel / columns * panelHeight;
    }
}
