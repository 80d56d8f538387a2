/** The trace of a study, taken up from an offer and carried on by what the worker sends. */
package dev.earlyphase.trainer.trace;
