/**
 * Child processes and where they listen. The embedded Kafka, Postgres and S3 run in a JVM of their own, because their
 * libraries do not agree with those of the services.
 */
package dev.earlyphase.launcher;
