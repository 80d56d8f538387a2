/** Which engine a worker computes with. */
package dev.earlyphase.trainer.engine;
