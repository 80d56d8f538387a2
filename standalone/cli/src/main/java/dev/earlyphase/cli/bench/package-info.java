/** Measurements of the whole chain, beside those of the bare engine. */
package dev.earlyphase.cli.bench;
