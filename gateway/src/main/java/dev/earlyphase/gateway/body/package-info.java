/** Bodies of requests: of limited size and form. */
package dev.earlyphase.gateway.body;
