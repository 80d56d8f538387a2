/** Many clients at once, what they ask and what they get. */
package dev.earlyphase.reliability.load.crowd;
