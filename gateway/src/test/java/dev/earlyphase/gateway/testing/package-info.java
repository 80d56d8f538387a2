/** What the integration tests stand on: real servers, and an orchestrator that says what a test tells it to. */
package dev.earlyphase.gateway.testing;
