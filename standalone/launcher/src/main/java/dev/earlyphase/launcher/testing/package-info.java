/** Real Kafka, Postgres and S3 for the integration tests of the services. */
package dev.earlyphase.launcher.testing;
