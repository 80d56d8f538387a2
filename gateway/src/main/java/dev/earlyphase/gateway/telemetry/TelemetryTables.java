package dev.earlyphase.gateway.telemetry;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.event.TelemetryBatch.Row;
import dev.earlyphase.contracts.event.TelemetryBatch.Scalars;
import dev.earlyphase.gateway.table.Column;
import dev.earlyphase.gateway.table.Table;
import dev.earlyphase.gateway.table.TableWriter;
import dev.earlyphase.gateway.telemetry.Scope.Subject;

/** Telemetry and evaluations as tables. They are read page by page, so that no query waits for a slow reader. */
@ApplicationScoped
public class TelemetryTables {
    /** As the analyzer writes the whole. */
    private static final String ALL_LAYERS = "*";

    private static final List<Column> TELEMETRY = List.of(
            Column.whole("iteration"),
            Column.number("loss"),
            Column.number("learning_rate"),
            Column.text("layer"),
            Column.number("weight_mean_magnitude"),
            Column.number("gradient_mean_magnitude"),
            Column.number("gradient_l2"),
            Column.number("signs_changed"),
            Column.number("distance"),
            Column.number("cosine"));
    private static final List<Column> TRACED =
            List.of(Column.whole("iteration"), Column.text("weight"), Column.number("value"));
    private static final List<Column> EVALUATIONS = List.of(
            Column.whole("iteration"), Column.number("accuracy"), Column.number("loss"), Column.whole("examples"));

    private final TelemetryStore store;

    TelemetryTables(TelemetryStore store) {
        this.store = store;
    }

    /**
     * @param layers whether each layer has a row too, after the one of all layers
     * @param traced whether the table is to be of the single weights that are followed, a row for each
     */
    Table telemetry(Scope scope, IterationRange range, boolean layers, boolean traced) {
        Check.that(!(layers && traced), "traced", traced, "true or layers=true, not both: they are different tables");
        return traced ? traced(scope, range) : telemetry(scope, range, layers);
    }

    private Table telemetry(Scope scope, IterationRange range, boolean layers) {
        return new Table(scope.with(TELEMETRY), table -> {
            for (Subject subject : scope.subjects()) {
                pages(
                        range,
                        rest -> store.telemetry(subject.trial(), rest, layers),
                        Telemetry::next,
                        page -> telemetry(page, subject, table));
            }
        });
    }

    private Table traced(Scope scope, IterationRange range) {
        return new Table(scope.with(TRACED), table -> {
            for (Subject subject : scope.subjects()) {
                pages(
                        range,
                        rest -> store.telemetry(subject.trial(), rest, false),
                        Telemetry::next,
                        page -> traced(page, subject, table));
            }
        });
    }

    Table evaluations(Scope scope, IterationRange range) {
        return new Table(scope.with(EVALUATIONS), table -> {
            for (Subject subject : scope.subjects()) {
                pages(
                        range,
                        rest -> store.evaluations(subject.trial(), rest),
                        Evaluations::next,
                        page -> evaluations(page, subject, table));
            }
        });
    }

    private interface Use<P> {
        void page(P page) throws IOException;
    }

    /** Reads on as long as a page says where. */
    private static <P> void pages(
            IterationRange range, Function<IterationRange, P> read, Function<P, Integer> next, Use<P> use)
            throws IOException {
        P page = read.apply(range);
        use.page(page);
        for (Integer from = next.apply(page); from != null; from = next.apply(page)) {
            page = read.apply(range.startingAt(from));
            use.page(page);
        }
    }

    private static void telemetry(Telemetry page, Subject subject, TableWriter table) throws IOException {
        for (Row row : page.rows()) {
            table.row(row(subject, row, ALL_LAYERS, row.all()));
            for (int i = 0; i < row.layers().size(); i++) {
                table.row(row(subject, row, page.layers().get(i), row.layers().get(i)));
            }
        }
    }

    private static List<?> row(Subject subject, Row row, String layer, Scalars scalars) {
        return subject.row(
                row.iteration(),
                row.loss(),
                row.learningRate(),
                layer,
                scalars.weightMeanMagnitude(),
                scalars.gradientMeanMagnitude(),
                scalars.gradientL2(),
                scalars.signsChanged(),
                scalars.distance(),
                scalars.cosine());
    }

    private static void traced(Telemetry page, Subject subject, TableWriter table) throws IOException {
        for (Row row : page.rows()) {
            for (int i = 0; i < row.traced().size(); i++) {
                table.row(subject.row(
                        row.iteration(), page.traced().get(i), row.traced().get(i)));
            }
        }
    }

    private static void evaluations(Evaluations page, Subject subject, TableWriter table) throws IOException {
        for (Evaluation evaluation : page.evaluations()) {
            table.row(subject.row(
                    evaluation.iteration(), evaluation.accuracy(), evaluation.loss(), evaluation.examples()));
        }
    }
}
