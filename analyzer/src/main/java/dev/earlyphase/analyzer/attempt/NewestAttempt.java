package dev.earlyphase.analyzer.attempt;

import java.util.Collection;
import java.util.List;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The newest attempt at a trial that a stream has told of. */
@Entity
@Table(schema = "results", name = "attempt")
@IdClass(NewestAttempt.Key.class)
class NewestAttempt extends PanacheEntityBase {
    @Id
    String trial;

    @Id
    @Enumerated(EnumType.STRING)
    RecordStream stream;

    int attempt;

    /** Of its newest record that counted, where the stream's records are known by their numbers. */
    long sequence = Fence.NO_RECORD;

    record Key(String trial, RecordStream stream) {}

    /** Those known of the trials, locked until the transaction ends; always in one order, so that nobody deadlocks. */
    static List<NewestAttempt> locked(RecordStream stream, Collection<String> trials) {
        return NewestAttempt.<NewestAttempt>find("stream = ?1 and trial in ?2 order by trial", stream, trials)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static NewestAttempt first(RecordStream stream, String trial, int attempt) {
        var first = new NewestAttempt();
        first.trial = trial;
        first.stream = stream;
        first.attempt = attempt;
        first.persist();
        return first;
    }
}
