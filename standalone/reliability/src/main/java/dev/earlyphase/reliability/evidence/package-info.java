/** What Postgres, Kafka and the store hold, read past all services. */
package dev.earlyphase.reliability.evidence;
