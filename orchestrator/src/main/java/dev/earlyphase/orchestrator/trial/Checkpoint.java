package dev.earlyphase.orchestrator.trial;

import java.io.Serializable;
import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import dev.earlyphase.contracts.object.ObjectRef;

/** A row of {@code checkpoint}: the newest attempt's objects at an iteration. */
@Entity
@Immutable
@IdClass(Checkpoint.Key.class)
public class Checkpoint {
    @Id
    public String trial;

    @Id
    public int iteration;

    public int attempt;
    public String purpose;

    @JdbcTypeCode(SqlTypes.JSON)
    public ObjectRef weights;

    @JdbcTypeCode(SqlTypes.JSON)
    public ObjectRef momentum;

    @JdbcTypeCode(SqlTypes.JSON)
    public ObjectRef mask;

    public Instant at;

    /** What a row is about. */
    public record Key(String trial, int iteration) implements Serializable {}
}
