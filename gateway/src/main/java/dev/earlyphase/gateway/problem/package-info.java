/** Errors as problem details (RFC 9457), whatever went wrong. */
package dev.earlyphase.gateway.problem;
