/** Where records go that will never be understood. */
package dev.earlyphase.analyzer.deadletter;
