package dev.earlyphase.orchestrator.study;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;

/** How fast workers have trained of late. */
@ApplicationScoped
public class Pace {
    private static final int RECENT = 100;

    private final Session session;

    Pace(Session session) {
        this.session = session;
    }

    /** Of the last completed trials that trained this network on this data set; null when there is none. */
    Double secondsAnIteration(NetworkName network, DataSetName dataset) {
        return session.createNativeQuery("""
                        select sum(seconds) / nullif(sum(iterations), 0) from (
                            select cast(result ->> 'seconds' as double precision) as seconds,
                                   cast(result ->> 'iterationsRun' as double precision) as iterations
                            from trial
                            where state = 'completed' and spec ->> 'network' = :network
                              and spec ->> 'dataset' = :dataset and begin_iteration < end_iteration
                            order by ended desc limit :recent) latest""", Double.class)
                .setParameter("network", network.id())
                .setParameter("dataset", dataset.id())
                .setParameter("recent", RECENT)
                .getSingleResult();
    }
}
