/** What happened to a trial: its attempts, as lines in the order of time. */
package dev.earlyphase.cli.trial;
