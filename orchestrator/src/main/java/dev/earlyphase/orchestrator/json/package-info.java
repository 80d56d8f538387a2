/** JSON as the platform reads and writes it: strictly, so that a slip of the pen is an error and not a default. */
package dev.earlyphase.orchestrator.json;
