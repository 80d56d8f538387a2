package dev.earlyphase.gateway.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;

/**
 * A Parquet file as a reader that shares no code with the writer sees it.
 *
 * @param types by column, in the order of the file: Parquet's own and, where there is one, what it stands for
 */
public record ParquetTable(Map<String, String> types, List<Map<String, Object>> rows, int rowGroups) {
    public static ParquetTable read(byte[] file) throws IOException {
        try (var reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)))) {
            var types = new LinkedHashMap<String, String>();
            reader.getFileSchema()
                    .getColumns()
                    .forEach(column -> types.put(
                            column.name(),
                            column.type() + (column.logicalType() == null ? "" : " " + column.logicalType())));
            var rows = new ArrayList<Map<String, Object>>();
            try (var reading = reader.rowReader()) {
                while (reading.hasNext()) {
                    reading.next();
                    rows.add(row(reading, types));
                }
            }
            return new ParquetTable(
                    types, rows, reader.getFileMetaData().rowGroups().size());
        }
    }

    private static Map<String, Object> row(RowReader reading, Map<String, String> types) {
        var row = new LinkedHashMap<String, Object>();
        types.forEach((column, type) -> row.put(column, reading.isNull(column) ? null : cell(reading, column, type)));
        return row;
    }

    private static Object cell(RowReader reading, String column, String type) {
        return switch (type.split(" ")[0]) {
            case "INT64" -> reading.getLong(column);
            case "DOUBLE" -> reading.getDouble(column);
            case "BOOLEAN" -> reading.getBoolean(column);
            default -> reading.getString(column);
        };
    }
}
