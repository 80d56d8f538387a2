/** A study as one file that another installation can take in. */
package dev.earlyphase.contracts.archive;
