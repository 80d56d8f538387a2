/** The object store, as a worker uses it. */
package dev.earlyphase.trainer.store;
