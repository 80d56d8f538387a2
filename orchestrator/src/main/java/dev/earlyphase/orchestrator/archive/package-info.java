/** Studies as archives: read for export, and taken in from another installation. */
package dev.earlyphase.orchestrator.archive;
