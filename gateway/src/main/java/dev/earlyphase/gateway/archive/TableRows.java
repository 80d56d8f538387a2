package dev.earlyphase.gateway.archive;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.archive.ArchivedCheckpoint;
import dev.earlyphase.contracts.archive.ArchivedTrial;
import dev.earlyphase.contracts.archive.ResultTable;
import dev.earlyphase.contracts.error.DomainException.Conflict;
import dev.earlyphase.gateway.database.Database;

/** Rows of statistics as JSON that Postgres writes: each number with as many digits as it takes to read it back. */
@ApplicationScoped
class TableRows {
    /** The analyzer works through the last events of a trial in a moment; what it has not by then it never will. */
    private static final String BEHIND = """
            select count(*)::int as trials from study.study_result r
            where r.study_id = ? and r.state = 'completed' and r.ended > now() - interval '10 minutes'
              and r.spec -> 'start' ->> 'kind' is distinct from 'between'
              and (not exists (select 1 from results.end_comparison e
                               where e.trial = r.trial_id and e.iteration = r.end_iteration)
                   or not exists (select 1 from results.evaluation e
                                  where e.trial = r.trial_id and e.iteration = r.end_iteration))""";

    private final Database database;

    /**
     * A trial whose rows are wanted.
     *
     * @param checkpoints iterations of those that the archive has
     */
    record Kept(String trial, List<Integer> checkpoints) {
        static Kept of(ArchivedTrial trial) {
            return new Kept(
                    trial.id().value(),
                    trial.checkpoints().stream()
                            .map(ArchivedCheckpoint::iteration)
                            .toList());
        }
    }

    TableRows(Database database) {
        this.database = database;
    }

    /** @throws Conflict while statistics of trials that ended just now are on their way */
    void demandComplete(String study) {
        int behind = database.list(BEHIND, row -> row.integer("trials"), study).getFirst();
        if (behind > 0) {
            throw new Conflict("Statistics of " + behind
                    + " trials that ended just now are still computed; try again in a moment.");
        }
    }

    /** Hands on the rows of some trials, in the order of the trials and then of the table's key. */
    void each(ResultTable table, List<Kept> trials, Consumer<String> line) {
        String[] ids = trials.stream().map(Kept::trial).toArray(String[]::new);
        String order = Stream.concat(
                        Stream.of("array_position(cast(? as text[]), r.trial)"),
                        table.order().stream().map(column -> "r." + column))
                .collect(Collectors.joining(", "));
        String sql = "select row_to_json(r)::text as line%s from results.%s r where r.trial = any(?) order by %s"
                .formatted(table == ResultTable.CHECKPOINT ? ", r.trial, r.iteration" : "", table.id(), order);
        if (table == ResultTable.CHECKPOINT) {
            Set<String> kept = kept(trials);
            database.stream(
                    sql,
                    row -> {
                        if (kept.contains(place(row.text("trial"), row.integer("iteration")))) {
                            line.accept(row.text("line"));
                        }
                    },
                    ids,
                    ids);
        } else {
            database.stream(sql, row -> line.accept(row.text("line")), ids, ids);
        }
    }

    /** Rows of checkpoints tell of objects: only of those that the archive has. */
    private static Set<String> kept(List<Kept> trials) {
        return trials.stream()
                .flatMap(trial -> trial.checkpoints().stream().map(iteration -> place(trial.trial(), iteration)))
                .collect(Collectors.toSet());
    }

    private static String place(String trial, int iteration) {
        return trial + "@" + iteration;
    }
}
