/** What a trainer-worker knows of training, without Quarkus and without native code. */
package dev.earlyphase.core;
