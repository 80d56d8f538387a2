/** Who trains. */
package dev.earlyphase.gateway.worker;
