package dev.earlyphase.gateway.table;

/** A column of a table. Any cell may be empty, which is null. */
public record Column(String name, Kind kind) {
    /** What its cells hold, and as which type Parquet has them. */
    public enum Kind {
        /** Any {@link Number} without a fraction; int64. */
        WHOLE,
        /** Any {@link Number}; double. */
        NUMBER,
        /** A {@link Boolean}; boolean. */
        FLAG,
        /** Anything, by its {@code toString()}; string. */
        TEXT
    }

    public static Column whole(String name) {
        return new Column(name, Kind.WHOLE);
    }

    public static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    public static Column flag(String name) {
        return new Column(name, Kind.FLAG);
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }
}
