/** JSON in one defined form, so that equal content has equal bytes and therefore an equal SHA-256. */
package dev.earlyphase.contracts.canonical;
