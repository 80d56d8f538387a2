/** The learning rate over time. */
package dev.earlyphase.core.schedule;
