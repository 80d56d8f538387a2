/** Event streams with many listeners, and how late what happens reaches them. */
package dev.earlyphase.reliability.load.event;
