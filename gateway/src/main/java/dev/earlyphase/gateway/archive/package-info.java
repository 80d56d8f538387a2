/** A whole study as one ZIP archive: written for download, and taken in from another installation. */
package dev.earlyphase.gateway.archive;
