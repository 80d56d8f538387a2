/** The experiment: a stack under faults must come to what an undisturbed one comes to. */
package dev.earlyphase.reliability.chaos;
