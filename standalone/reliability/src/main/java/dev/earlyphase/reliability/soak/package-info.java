/** The real stack at work for long, and what grows of it. */
package dev.earlyphase.reliability.soak;
