/** Writing many rows at once. */
package dev.earlyphase.analyzer.store;
