/** Which build of the program this is. */
package dev.earlyphase.trainer.build;
