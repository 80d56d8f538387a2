/** What happens by itself: ready trials are offered, expired leases end attempts. */
package dev.earlyphase.orchestrator.schedule;
