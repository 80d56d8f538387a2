package dev.earlyphase.gateway.table;

import java.util.List;
import java.util.Map;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Rows as Parquet takes them: cell after cell, each by its type; an empty one is left out. */
final class ParquetRow extends WriteSupport<List<?>> {
    private final List<Column> columns;
    private RecordConsumer consumer;

    ParquetRow(List<Column> columns) {
        this.columns = columns;
    }

    @Override
    public WriteContext init(ParquetConfiguration unused) {
        var types = columns.stream().map(ParquetRow::type).toList();
        return new WriteContext(new MessageType("table", types), Map.of());
    }

    @Override
    public WriteContext init(Configuration unused) {
        return init((ParquetConfiguration) null);
    }

    @Override
    public void prepareForWrite(RecordConsumer prepared) {
        consumer = prepared;
    }

    @Override
    public void write(List<?> cells) {
        consumer.startMessage();
        for (int i = 0; i < columns.size(); i++) {
            Object cell = cells.get(i);
            if (cell != null) {
                consumer.startField(columns.get(i).name(), i);
                add(columns.get(i).kind(), cell);
                consumer.endField(columns.get(i).name(), i);
            }
        }
        consumer.endMessage();
    }

    private void add(Column.Kind kind, Object cell) {
        switch (kind) {
            case WHOLE -> consumer.addLong(((Number) cell).longValue());
            case NUMBER -> consumer.addDouble(((Number) cell).doubleValue());
            case FLAG -> consumer.addBoolean((Boolean) cell);
            case TEXT -> consumer.addBinary(Binary.fromString(cell.toString()));
        }
    }

    private static Type type(Column column) {
        return switch (column.kind()) {
            case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
        };
    }
}
