/** Statistics that were computed in another installation and come in an archive. */
package dev.earlyphase.analyzer.archive;
