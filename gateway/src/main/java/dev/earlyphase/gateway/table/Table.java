package dev.earlyphase.gateway.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A table whose rows are found while it is written: it may be larger than memory.
 *
 * @param columns one or more, of different names
 */
public record Table(List<Column> columns, Rows rows) {
    /** Hands over the rows, one after another. */
    @FunctionalInterface
    public interface Rows {
        void to(TableWriter table) throws IOException;
    }

    public Table {
        columns = List.copyOf(columns);
    }

    public void writeCsv(OutputStream out) throws IOException {
        write(new CsvWriter(columns, out));
    }

    public void writeParquet(OutputStream out) throws IOException {
        write(new ParquetTableWriter(columns, out));
    }

    /** Closed only where every row was written: a file broken off is not to look like a whole one. */
    private void write(TableWriter writer) throws IOException {
        rows.to(writer);
        writer.close();
    }
}
