package dev.earlyphase.gateway.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvWriterTest {
    @Test
    void a_table_is_a_header_and_a_line_for_each_row() throws Exception {
        var columns = List.of(Column.text("curve"), Column.whole("seed"), Column.number("x"), Column.flag("complete"));
        var out = new ByteArrayOutputStream();

        new Table(columns, table -> {
                    table.row(List.of("noise: 1 σ", 7L, 0.8, true));
                    table.row(Arrays.asList("a, b", null, null, false));
                })
                .writeCsv(out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("curve,seed,x,complete\r\nnoise: 1 σ,7,0.8,true\r\n\"a, b\",,,false\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"plain | plain", "a,b | \"a,b\"", "say \"so\" | \"say \"\"so\"\"\"", " padded | padded"},
            delimiter = '|')
    void a_field_is_quoted_where_it_must_be(String value, String field) {
        assertThat(CsvWriter.field(value)).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"})
    void a_text_is_never_a_formula_to_a_spreadsheet(String value) {
        assertThat(CsvWriter.field(value)).matches("(?s)\"?'.*").contains(value);
    }

    @Test
    void a_number_below_zero_stays_one() {
        assertThat(CsvWriter.field(-0.5)).isEqualTo("-0.5");
    }

    @Test
    void line_breaks_are_kept_inside_quotes() {
        assertThat(CsvWriter.field("two\r\nlines")).isEqualTo("\"two\r\nlines\"");
        assertThat(CsvWriter.field("two\nlines")).isEqualTo("\"two\nlines\"");
    }
}
