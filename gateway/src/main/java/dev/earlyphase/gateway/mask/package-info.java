/** How far the masks of a study are from one another. */
package dev.earlyphase.gateway.mask;
