/** How a worker is set up. */
package dev.earlyphase.trainer.config;
