/** What this machine has: its processor and its GPUs. */
package dev.earlyphase.trainer.machine;
