package dev.earlyphase.gateway.figure;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.figure.Point.Sample;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTest {
    @Test
    void a_table_has_a_line_for_each_value_with_where_it_comes_from() throws Exception {
        var several = new Point(
                0.8, null, 0.975, 0.25, 2, List.of(new Sample(0, 0.97, "aa", 1876), new Sample(1, 0.98, "bb", 1876)));
        var labelled = new Point(1, "noise 1 σ", 0.5, 0, 1, List.of(new Sample(0, 0.5, "cc", 200)));
        var panel = new Panel(
                "k = 500it, 26.2 %",
                Axis.density(),
                Axis.share("Test accuracy"),
                List.of(
                        new Curve("rewound to 200it", Curve.Kind.CURVE, List.of(several)),
                        new Curve("noise", Curve.Kind.SCATTER, List.of(labelled))));

        var csv = new StringBuilder();
        Csv.write(
                new Figure("id", "figure-1", "t", "n", "resnet-20", "MNIST", false, 2, List.of(panel), List.of()), csv);

        assertThat(csv)
                .hasToString("figure,panel,curve,x,mean,std,count,seed,value,trial,iteration,complete\r\n"
                        + "figure-1,\"k = 500it, 26.2 %\",rewound to 200it,0.8,0.975,0.25,2,0,0.97,aa,1876,false\r\n"
                        + "figure-1,\"k = 500it, 26.2 %\",rewound to 200it,0.8,0.975,0.25,2,1,0.98,bb,1876,false\r\n"
                        + "figure-1,\"k = 500it, 26.2 %\",noise: noise 1 σ,1.0,0.5,0.0,1,0,0.5,cc,200,false\r\n");
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
