/** Readiness: which of Kafka, Postgres and the object store is missing. */
package dev.earlyphase.analyzer.health;
