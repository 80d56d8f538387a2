/** What a user may have of the platform, and has. */
package dev.earlyphase.gateway.quota;
