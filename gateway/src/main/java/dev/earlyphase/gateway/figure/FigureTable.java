package dev.earlyphase.gateway.figure;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.gateway.table.Column;
import dev.earlyphase.gateway.table.Table;
import dev.earlyphase.gateway.table.TableWriter;

/** A figure as a table: a row for each sample, beside the point that it belongs to. Shares are shares, not per cent. */
public final class FigureTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("figure"),
            Column.text("panel"),
            Column.text("curve"),
            Column.number("x"),
            Column.number("mean"),
            Column.number("std"),
            Column.whole("count"),
            Column.whole("seed"),
            Column.number("value"),
            Column.text("trial"),
            Column.whole("iteration"),
            Column.flag("complete"));

    private FigureTable() {}

    /** @param figure with the samples of its points */
    public static Table of(Figure figure) {
        return new Table(COLUMNS, table -> {
            for (Panel panel : figure.panels()) {
                for (Curve curve : panel.curves()) {
                    for (Point point : curve.points()) {
                        write(figure, panel, curve, point, table);
                    }
                }
            }
        });
    }

    private static void write(Figure figure, Panel panel, Curve curve, Point point, TableWriter table)
            throws IOException {
        String name = point.label() == null ? curve.name() : curve.name() + ": " + point.label();
        for (Point.Sample sample : point.samples()) {
            table.row(Arrays.asList(
                    figure.figure(),
                    panel.title(),
                    name,
                    point.x(),
                    point.mean(),
                    point.std(),
                    point.count(),
                    sample.seed(),
                    sample.value(),
                    sample.trial(),
                    sample.iteration(),
                    figure.complete()));
        }
    }
}
