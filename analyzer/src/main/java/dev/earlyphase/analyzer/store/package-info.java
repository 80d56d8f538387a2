/** The tables of the schema {@code results}: many rows written at once, read and deleted. */
package dev.earlyphase.analyzer.store;
