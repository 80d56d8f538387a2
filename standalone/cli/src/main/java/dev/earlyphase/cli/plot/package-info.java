/** Figures drawn with characters: pure functions from a panel to lines. */
package dev.earlyphase.cli.plot;
