/** Who asks, and what they may do: API keys, tokens of an OpenID Connect issuer, and how often somebody may submit. */
package dev.earlyphase.gateway.access;
