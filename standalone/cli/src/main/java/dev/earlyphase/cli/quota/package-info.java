/** The command that tells one's quota. */
package dev.earlyphase.cli.quota;
