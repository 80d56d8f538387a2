/** The formats in which results can be had, and how a client says which it wants. */
package dev.earlyphase.gateway.format;
