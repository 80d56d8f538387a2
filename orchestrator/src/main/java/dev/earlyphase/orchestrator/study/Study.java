package dev.earlyphase.orchestrator.study;

import java.time.Instant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import dev.earlyphase.contracts.study.StudyRequest;

/** A row of {@code study}; its number grows with the time of submission. */
@Entity
@DynamicUpdate
public class Study {
    @Id
    public String id;

    @Column(insertable = false, updatable = false)
    public long number;

    public String name;

    /** The user who submitted it first. */
    public String owner;

    @JdbcTypeCode(SqlTypes.JSON)
    public StudyRequest request;

    public int priority;

    @Column(name = "max_parallel")
    public int maxParallel;

    public boolean cancelled;

    /** The span of its submission, of which the trace of its trials is part; null when there was no trace. */
    public String traceparent;

    public Instant submitted;
}
