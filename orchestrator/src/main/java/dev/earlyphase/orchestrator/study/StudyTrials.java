package dev.earlyphase.orchestrator.study;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import dev.earlyphase.contracts.study.Page;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.page.Window;
import dev.earlyphase.orchestrator.trial.Trial;
import dev.earlyphase.orchestrator.trial.TrialStateColumn;
import dev.earlyphase.orchestrator.trial.TrialViews;
import dev.earlyphase.orchestrator.trial.Trials;

/** The trials of a study, ordered by level, seed and rewinding point. */
@ApplicationScoped
public class StudyTrials {
    static final String GROUPS = """
            select st.study, t.state, cast(count(*) as int) as trials,
                   cast(sum(greatest(t.iteration - t.begin_iteration, 0)) as bigint) as done,
                   cast(sum(t.end_iteration - t.begin_iteration) as bigint) as length,
                   coalesce(sum(t.rate) filter (where t.state = 'running'), 0) as rate
            from study_trial st join trial t on t.id = st.trial
            where st.study = any(:studies)
            group by st.study, t.state""";

    private final Session session;
    private final Trials trials;

    StudyTrials(Session session, Trials trials) {
        this.session = session;
        this.trials = trials;
    }

    /** A trial's place in a study. */
    public record Place(
            int position, String trial, long seed, int level, String rewind, String family, String variant) {
        TrialRole role() {
            return new TrialRole(seed, level, rewind, family, variant);
        }
    }

    /** The trials in a state at one moment, and what they have done. */
    public record Group(String study, String state, int trials, long done, long length, double rate) {
        TrialState trialState() {
            return TrialStateColumn.of(state);
        }
    }

    /** @param state only trials in it; null for all */
    public Page<TrialView> page(String study, TrialState state, Window window) {
        List<Place> places = session.createNativeQuery("""
                        select st.position, st.trial, st.seed, st.level, st.rewind, st.family, st.variant
                        from study_trial st join trial t on t.id = st.trial
                        where st.study = :study and st.position > :after
                          and (cast(:state as text) is null or t.state = :state)
                        order by st.position limit :limit""", Place.class)
                .setParameter("study", study)
                .setParameter("after", window.after() == null ? -1 : window.after())
                .setParameter("state", state == null ? null : state.id(), String.class)
                .setParameter("limit", window.fetch())
                .list();
        return window.page(places, Place::position, this::views);
    }

    /** How the studies' trials stand, by state. */
    public Map<String, List<Group>> groups(Collection<String> studies) {
        return session
                .createNativeQuery(GROUPS, Group.class)
                .setParameter("studies", studies.toArray(String[]::new))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Group::study));
    }

    /** The ids of the study's trials that are in the state. */
    public List<String> in(TrialState state, String study) {
        return session.createNativeQuery("""
                        select t.id from study_trial st join trial t on t.id = st.trial
                        where st.study = :study and t.state = :state""", String.class)
                .setParameter("study", study)
                .setParameter("state", state.id())
                .list();
    }

    private List<TrialView> views(List<Place> places) {
        Map<String, Trial> rows = trials.all(places.stream().map(Place::trial).toList()).stream()
                .collect(Collectors.toMap(row -> row.id, Function.identity()));
        return places.stream()
                .map(place -> TrialViews.of(rows.get(place.trial()), place.role()))
                .toList();
    }
}
