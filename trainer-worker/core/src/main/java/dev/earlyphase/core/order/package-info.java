/** Which images make up which batch. */
package dev.earlyphase.core.order;
