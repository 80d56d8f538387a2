/** Where objects lie in the store, and how one is referred to. */
package dev.earlyphase.contracts.object;
