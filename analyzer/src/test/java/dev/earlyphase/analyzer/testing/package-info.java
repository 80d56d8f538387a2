/** What integration tests do as a worker would, and how they see what came of it. */
package dev.earlyphase.analyzer.testing;
