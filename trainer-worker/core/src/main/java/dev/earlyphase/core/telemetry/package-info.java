/** What is seen of the weights while they train: section 3 of the paper, and the test set on a schedule. */
package dev.earlyphase.core.telemetry;
