/** The whole chain as users have it: every service and worker a process of its own, beside real servers. */
package dev.earlyphase.chain;
