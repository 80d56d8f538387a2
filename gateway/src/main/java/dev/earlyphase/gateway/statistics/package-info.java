/** What the analyzer has found out about weights and masks. */
package dev.earlyphase.gateway.statistics;
