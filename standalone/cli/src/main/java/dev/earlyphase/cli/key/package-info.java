/** API keys: made, listed, revoked. */
package dev.earlyphase.cli.key;
