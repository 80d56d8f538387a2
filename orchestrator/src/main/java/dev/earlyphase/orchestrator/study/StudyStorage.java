package dev.earlyphase.orchestrator.study;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import dev.earlyphase.contracts.study.Storage;

/** What studies hold in the object store, by the rows that know of it. */
@ApplicationScoped
public class StudyStorage {
    /** The study's trials, and whether no other study has them. */
    static final String MEMBERS = """
            member as (
                select st.trial, not exists (select 1 from study_trial other
                                             where other.trial = st.trial and other.study <> st.study) as own
                from study_trial st where st.study = :study
            )""";

    private final Session session;
    private final Studies studies;

    StudyStorage(Session session, Studies studies) {
        this.session = session;
        this.studies = studies;
    }

    private record Counts(int trials, int ownTrials, long objects, long bytes, long ownObjects, long ownBytes) {}

    /** Within the caller's transaction. */
    public Storage of(String id) {
        String study = studies.named(id).id;
        Counts counts = session.createNativeQuery("with " + MEMBERS + """
                        , object as (
                            select m.own, c.weights as ref from member m join checkpoint c on c.trial = m.trial
                            union all
                            select m.own, c.momentum from member m join checkpoint c on c.trial = m.trial
                            where jsonb_typeof(c.momentum) = 'object'
                            union all
                            select m.own, t.mask from member m join trial t on t.id = m.trial
                            where jsonb_typeof(t.mask) = 'object'
                        ), total as (
                            select count(*) as objects, coalesce(sum(cast(ref ->> 'bytes' as bigint)), 0) as bytes,
                                   count(*) filter (where own) as own_objects,
                                   coalesce(sum(cast(ref ->> 'bytes' as bigint)) filter (where own), 0) as own_bytes
                            from object
                        )
                        select cast((select count(*) from member) as int),
                               cast((select count(*) from member where own) as int),
                               objects, cast(bytes as bigint), own_objects, cast(own_bytes as bigint)
                        from total""", Counts.class)
                .setParameter("study", study)
                .getSingleResult();
        return new Storage(
                study,
                counts.trials(),
                counts.ownTrials(),
                counts.objects(),
                counts.bytes(),
                counts.ownObjects(),
                counts.ownBytes());
    }
}
