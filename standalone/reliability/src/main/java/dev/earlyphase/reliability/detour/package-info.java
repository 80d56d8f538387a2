/** Forwarders between the parts of a stack, which can harm what passes. */
package dev.earlyphase.reliability.detour;
