package dev.earlyphase.gateway.figure;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.contracts.study.AccuracyByDensity;
import dev.earlyphase.contracts.study.AccuracyByDensity.Point;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTest {
    @Test
    void a_table_has_a_header_and_a_line_for_each_point() {
        var figure = new AccuracyByDensity(
                "id",
                AccuracyByDensity.FIGURE,
                "tickets",
                "lenet-300-100",
                "MNIST",
                false,
                List.of(new Point("200it", 1, 0.8, 0.975, 0.001, 2), new Point(null, 0, 1, 0.5, 0, 1)));

        String csv = Csv.of(figure);

        assertThat(csv)
                .isEqualTo("rewind,level,density,accuracy_mean,accuracy_std,seeds,complete\r\n"
                        + "200it,1,0.8,0.975,0.001,2,false\r\n"
                        + ",0,1.0,0.5,0.0,1,false\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"plain | plain", "a,b | \"a,b\"", "say \"so\" | \"say \"\"so\"\"\"", " padded | padded"},
            delimiter = '|')
    void a_field_is_quoted_where_it_must_be(String value, String field) {
        assertThat(Csv.field(value)).isEqualTo(field);
    }

    @Test
    void line_breaks_are_kept_inside_quotes() {
        assertThat(Csv.field("two\r\nlines")).isEqualTo("\"two\r\nlines\"");
        assertThat(Csv.field("two\nlines")).isEqualTo("\"two\nlines\"");
    }
}
