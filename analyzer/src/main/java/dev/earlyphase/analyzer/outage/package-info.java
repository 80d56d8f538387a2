/** What to do while Postgres or the object store does not answer: wait, and acknowledge nothing. */
package dev.earlyphase.analyzer.outage;
