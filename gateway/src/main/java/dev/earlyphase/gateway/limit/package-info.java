/** How much is done at once; what is beyond is told to come again. */
package dev.earlyphase.gateway.limit;
