/** When a run's state is kept. */
package dev.earlyphase.core.checkpoint;
