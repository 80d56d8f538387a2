/** What several tests of the worker need. */
package dev.earlyphase.trainer.testing;
