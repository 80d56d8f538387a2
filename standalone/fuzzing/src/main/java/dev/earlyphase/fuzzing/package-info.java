/** Coverage-guided fuzzing of the parsers that meet the outside; used by tests alone. */
package dev.earlyphase.fuzzing;
