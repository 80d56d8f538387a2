/** Reading from Postgres: the outcomes that the orchestrator shows, the statistics that the analyzer keeps. */
package dev.earlyphase.gateway.database;
