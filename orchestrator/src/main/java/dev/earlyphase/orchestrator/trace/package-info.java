/** The trace of a study, kept where a decision is written and carried on by its records. */
package dev.earlyphase.orchestrator.trace;
