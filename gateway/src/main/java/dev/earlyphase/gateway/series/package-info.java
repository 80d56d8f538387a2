/** What was measured over iterations, as the analyzer keeps it, read no finer than it is drawn. */
package dev.earlyphase.gateway.series;
