/**
 * An engine in plain Java and double precision: slow, short, and the ground truth that the real engines are compared
 * with.
 */
package dev.earlyphase.core.reference;
