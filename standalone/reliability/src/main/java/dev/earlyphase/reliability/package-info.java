/** Experiments on the real stack: what faults, load and time do to it. */
package dev.earlyphase.reliability;
