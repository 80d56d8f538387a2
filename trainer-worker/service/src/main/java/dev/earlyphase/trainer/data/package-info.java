/** The data sets of this process. */
package dev.earlyphase.trainer.data;
