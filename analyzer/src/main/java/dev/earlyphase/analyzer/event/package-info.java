/** Records from Kafka: read, checked, handed to who analyses them, and acknowledged once the results are stored. */
package dev.earlyphase.analyzer.event;
