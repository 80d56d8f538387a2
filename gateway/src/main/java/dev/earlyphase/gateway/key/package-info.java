/** API keys, for operators. */
package dev.earlyphase.gateway.key;
