package dev.earlyphase.gateway.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/** Tables as Apache Parquet, compressed by gzip, which every reader knows. Memory holds one group of rows. */
final class ParquetTableWriter implements TableWriter {
    /** Bytes of rows before they are compressed. Larger groups read a little faster, and this service is small. */
    private static final long ROW_GROUP = 8 << 20;

    private final ParquetWriter<List<?>> rows;

    ParquetTableWriter(List<Column> columns, OutputStream out) throws IOException {
        this.rows = new Builder(new StreamedFile(out), columns)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Gzip())
                .withCompressionCodec(CompressionCodecName.GZIP)
                .withRowGroupSize(ROW_GROUP)
                .build();
    }

    @Override
    public void row(List<?> cells) throws IOException {
        rows.write(cells);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static final class Builder extends ParquetWriter.Builder<List<?>, Builder> {
        private final List<Column> columns;

        Builder(OutputFile file, List<Column> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<List<?>> getWriteSupport(Configuration unused) {
            return new ParquetRow(columns);
        }

        @Override
        protected WriteSupport<List<?>> getWriteSupport(ParquetConfiguration unused) {
            return new ParquetRow(columns);
        }
    }
}
