/** Following a study, or the repetition of a trial, until it ends. */
package dev.earlyphase.cli.progress;
