package dev.earlyphase.orchestrator.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code outbox}: a record that Kafka does not have yet. */
@Entity
@Table(name = "outbox")
public class OutboxRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long number;

    public String topic;
    public String key;
    public String payload;

    /** The trace that goes on with whoever reads it; null outside of any. */
    public String traceparent;
}
