/** The weights before the first iteration. */
package dev.earlyphase.core.initialisation;
