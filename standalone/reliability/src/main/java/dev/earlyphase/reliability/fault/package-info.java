/** What can happen to a stack, planned from a seed and made to happen. */
package dev.earlyphase.reliability.fault;
