/** The closed list of what can go wrong, without HTTP in it, and the one table that gives each kind its status. */
package dev.earlyphase.contracts.error;
