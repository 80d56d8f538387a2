/** The straight line between two trained networks, and how well the networks on it do. */
package dev.earlyphase.core.line;
