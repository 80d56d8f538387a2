/** What must hold of a stack's data once all faults are over. */
package dev.earlyphase.reliability.check;
