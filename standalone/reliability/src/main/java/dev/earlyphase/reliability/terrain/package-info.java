/** A stack in which every connection can be harmed and every process has a clock of its own. */
package dev.earlyphase.reliability.terrain;
