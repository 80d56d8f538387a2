/** What a trial is: its specification, its identity, its moments, what is observed of it. */
package dev.earlyphase.contracts.trial;
