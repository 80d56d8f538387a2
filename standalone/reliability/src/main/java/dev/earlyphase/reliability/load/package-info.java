/** What the stack bears: many clients at once beside a database that is full. */
package dev.earlyphase.reliability.load;
