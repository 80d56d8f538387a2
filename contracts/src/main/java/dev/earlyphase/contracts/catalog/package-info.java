/** The networks and data sets that every process knows by name. */
package dev.earlyphase.contracts.catalog;
