package dev.earlyphase.gateway.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Takes a table row by row. What is not closed is no whole file; closing leaves what it was written to open. */
public interface TableWriter extends Closeable {
    /** @param cells one for each column, in their order; null for an empty one */
    void row(List<?> cells) throws IOException;
}
