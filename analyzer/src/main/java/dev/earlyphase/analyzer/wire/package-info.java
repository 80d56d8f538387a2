/** Records as they come from Kafka, in JSON. */
package dev.earlyphase.analyzer.wire;
