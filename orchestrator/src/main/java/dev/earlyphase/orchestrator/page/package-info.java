/** Lists in parts, by cursor. */
package dev.earlyphase.orchestrator.page;
