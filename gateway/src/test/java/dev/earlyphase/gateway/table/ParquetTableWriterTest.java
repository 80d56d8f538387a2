package dev.earlyphase.gateway.table;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.earlyphase.gateway.testing.ParquetTable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ParquetTableWriterTest {
    private static final List<Column> COLUMNS =
            List.of(Column.text("curve"), Column.whole("seed"), Column.number("x"), Column.flag("complete"));

    @Test
    void cells_have_the_types_of_their_columns() throws Exception {
        var read = written(new Table(COLUMNS, table -> {
            table.row(List.of("noise: 1 σ", Long.MIN_VALUE, 0.1, true));
            table.row(List.of("noise: 2 σ", 7, 1, false));
        }));

        assertThat(read.types())
                .containsExactly(
                        Map.entry("curve", "BYTE_ARRAY STRING"),
                        Map.entry("seed", "INT64"),
                        Map.entry("x", "DOUBLE"),
                        Map.entry("complete", "BOOLEAN"));
        assertThat(read.rows())
                .containsExactly(
                        Map.of("curve", "noise: 1 σ", "seed", Long.MIN_VALUE, "x", 0.1, "complete", true),
                        Map.of("curve", "noise: 2 σ", "seed", 7L, "x", 1.0, "complete", false));
    }

    @Test
    void an_empty_cell_is_null() throws Exception {
        var read = written(new Table(COLUMNS, table -> table.row(Arrays.asList(null, null, null, null))));

        assertThat(read.rows()).hasSize(1);
        assertThat(read.rows().getFirst())
                .containsKey("x")
                .allSatisfy((column, cell) -> assertThat(cell).as(column).isNull());
    }

    @Test
    void a_table_without_rows_has_its_columns() throws Exception {
        var read = written(new Table(COLUMNS, table -> {}));

        assertThat(read.types()).containsOnlyKeys("curve", "seed", "x", "complete");
        assertThat(read.rows()).isEmpty();
    }

    @Test
    void many_rows_leave_in_groups_while_more_are_written() throws Exception {
        var out = new ByteArrayOutputStream();
        int[] onItsWay = new int[1];

        new Table(COLUMNS, table -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        table.row(List.of("curve", i, Math.sin(i), true));
                    }
                    onItsWay[0] = out.size();
                })
                .writeParquet(out);

        var read = ParquetTable.read(out.toByteArray());
        assertThat(onItsWay[0]).isGreaterThan(out.size() / 2);
        assertThat(read.rowGroups()).isGreaterThan(1);
        assertThat(read.rows()).hasSize(1_000_000);
        assertThat(read.rows().getLast()).containsEntry("seed", 999_999L).containsEntry("x", Math.sin(999_999));
    }

    @Test
    void a_table_that_breaks_off_is_no_whole_file() {
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> new Table(COLUMNS, table -> {
                            table.row(List.of("curve", 1, 1.0, true));
                            throw new IllegalStateException("the database went away");
                        })
                        .writeParquet(out))
                .hasMessage("the database went away");
        assertThatThrownBy(() -> ParquetTable.read(out.toByteArray())).isInstanceOf(Exception.class);
    }

    private static ParquetTable written(Table table) throws Exception {
        var out = new ByteArrayOutputStream();
        table.writeParquet(out);
        return ParquetTable.read(out.toByteArray());
    }
}
