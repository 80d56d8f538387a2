package dev.earlyphase.orchestrator.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import dev.earlyphase.contracts.study.StudyGraph;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.trial.TrialStateColumn;

/** Studies as graphs of their trials, read by one statement without their specifications. */
@ApplicationScoped
public class StudyGraphs {
    private final Session session;

    StudyGraphs(Session session) {
        this.session = session;
    }

    /** A trial with the ids of those that it takes from: the ends of a line between runs are its start and other. */
    public record Row(
            String id,
            String state,
            long seed,
            int level,
            String rewind,
            String family,
            String variant,
            int iteration,
            int begin,
            int end,
            Double accuracy,
            Double density,
            int attempts,
            String worker,
            String reason,
            String start,
            String other,
            String mask) {}

    public StudyGraph of(String study) {
        List<Row> rows = session.createNativeQuery("""
                        select t.id, t.state, st.seed, st.level, st.rewind, st.family, st.variant,
                               t.iteration, t.begin_iteration, t.end_iteration,
                               cast(t.result ->> 'testAccuracy' as double precision) as accuracy,
                               case when t.result is not null then coalesce(
                                   cast(t.result ->> 'survivors' as double precision)
                                       / nullif(cast(t.result ->> 'prunable' as double precision), 0), 1) end as density,
                               t.attempt, case when t.state not in ('waiting', 'ready', 'dispatched') then t.worker end,
                               t.reason,
                               coalesce(t.spec #>> '{start,trial}', t.spec #>> '{start,from}') as start,
                               t.spec #>> '{start,to}' as other,
                               coalesce(t.spec #>> '{mask,trial}', t.spec #>> '{mask,of,trial}') as mask
                        from study_trial st join trial t on t.id = st.trial
                        where st.study = :study
                        order by st.position""", Row.class)
                .setParameter("study", study)
                .list();
        var places = new HashMap<String, Integer>();
        rows.forEach(row -> places.put(row.id(), places.size()));
        return new StudyGraph(rows.stream().map(row -> node(row, places)).toList());
    }

    private static StudyGraph.Node node(Row row, Map<String, Integer> places) {
        List<Integer> start = Stream.of(row.start(), row.other())
                .map(places::get)
                .filter(Objects::nonNull)
                .toList();
        return new StudyGraph.Node(
                new TrialId(row.id()),
                TrialStateColumn.of(row.state()),
                row.seed(),
                row.level(),
                row.rewind(),
                row.family(),
                row.variant(),
                row.iteration(),
                row.begin(),
                row.end(),
                row.accuracy(),
                row.density(),
                row.attempts(),
                row.worker(),
                row.reason(),
                start.isEmpty() ? null : start,
                places.get(row.mask()));
    }
}
