package dev.earlyphase.gateway.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tables as RFC 4180 has them, in UTF-8: a header row, lines ended by CR LF, quotes where a field needs them. */
final class CsvWriter implements TableWriter {
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");
    /** A spreadsheet would compute it. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");

    private final Writer out;

    CsvWriter(List<Column> columns, OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        row(columns.stream().map(Column::name).toList());
    }

    @Override
    public void row(List<?> cells) throws IOException {
        out.append(cells.stream().map(CsvWriter::field).collect(Collectors.joining(",", "", "\r\n")));
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    /** Null is an empty field; text that could be a formula begins with an apostrophe, as spreadsheets have it. */
    static String field(Object value) {
        String text = value == null ? "" : value.toString();
        if (!(value instanceof Number) && FORMULA.matcher(text).find()) {
            text = "'" + text;
        }
        return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
