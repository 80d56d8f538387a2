/** Work that is done again and again, on a clock and when there is a reason. */
package dev.earlyphase.orchestrator.loop;
