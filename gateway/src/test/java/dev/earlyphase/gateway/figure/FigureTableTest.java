package dev.earlyphase.gateway.figure;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.figure.Point.Sample;

import static org.assertj.core.api.Assertions.assertThat;

class FigureTableTest {
    @Test
    void a_figure_has_a_row_for_each_value_with_where_it_comes_from() throws Exception {
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
        var figure = new Figure("id", "figure-1", "t", "n", "resnet-20", "MNIST", false, 2, List.of(panel), List.of());
        var csv = new ByteArrayOutputStream();

        FigureTable.of(figure).writeCsv(csv);

        assertThat(csv.toString(StandardCharsets.UTF_8))
                .isEqualTo("figure,panel,curve,x,mean,std,count,seed,value,trial,iteration,complete\r\n"
                        + "figure-1,\"k = 500it, 26.2 %\",rewound to 200it,0.8,0.975,0.25,2,0,0.97,aa,1876,false\r\n"
                        + "figure-1,\"k = 500it, 26.2 %\",rewound to 200it,0.8,0.975,0.25,2,1,0.98,bb,1876,false\r\n"
                        + "figure-1,\"k = 500it, 26.2 %\",noise: noise 1 σ,1.0,0.5,0.0,1,0,0.5,cc,200,false\r\n");
    }
}
