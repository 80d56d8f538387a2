package dev.earlyphase.contracts.event;

import dev.earlyphase.contracts.error.Check;

/** The version of the messages; a reader refuses one that it does not know. */
public final class Schema {
    public static final int VERSION = 1;

    private Schema() {}

    static void check(int schema) {
        Check.that(schema == VERSION, "schema", schema, "version " + VERSION);
    }
}
