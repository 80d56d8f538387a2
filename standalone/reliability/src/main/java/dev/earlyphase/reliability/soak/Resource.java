package dev.earlyphase.reliability.soak;

/** What a process or a folder may take more and more of. */
enum Resource {
    /** Resident memory in bytes: heap, and what native code holds (JavaCPP's physical memory) too. */
    MEMORY("memory", Unit.MEGABYTES),
    THREADS("threads", Unit.COUNT),
    /** Open files and connections. */
    HANDLES("handles", Unit.COUNT),
    /** Bytes of the files in a folder. */
    SIZE("size", Unit.MEGABYTES),
    /** The number of the files in a folder. */
    FILES("files", Unit.COUNT);

    private final String word;
    private final Unit unit;

    /** What its values are shown in. */
    enum Unit {
        MEGABYTES(" in MB", 1e6),
        COUNT("", 1);

        private final String text;
        private final double size;

        Unit(String text, double size) {
            this.text = text;
            this.size = size;
        }
    }

    Resource(String word, Unit unit) {
        this.word = word;
        this.unit = unit;
    }

    String word() {
        return word;
    }

    /** With its unit. */
    String title() {
        return word + unit.text;
    }

    double shown(double value) {
        return value / unit.size;
    }
}
