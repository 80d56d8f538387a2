/** What a study comes to: pure functions from a request to its trials. */
package dev.earlyphase.orchestrator.recipe;
