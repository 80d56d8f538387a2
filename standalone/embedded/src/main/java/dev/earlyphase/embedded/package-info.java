/**
 * Real Kafka, Postgres and an S3 store in one JVM, all on loopback, all data under one home folder that survives
 * restarts and crashes.
 */
package dev.earlyphase.embedded;
