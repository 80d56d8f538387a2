/** Which checkpoints stay once the studies that wanted them are over. */
package dev.earlyphase.orchestrator.retention;
