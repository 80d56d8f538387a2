/** Figures as values: what is drawn, and where each number comes from. */
package dev.earlyphase.contracts.figure;
