/** Fencing: an attempt that another has replaced has no say any more. */
package dev.earlyphase.analyzer.attempt;
