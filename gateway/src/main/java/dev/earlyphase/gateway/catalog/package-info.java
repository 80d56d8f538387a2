/** What a study can be made of, and studies to begin with. */
package dev.earlyphase.gateway.catalog;
