/** The web page: its addresses, and the browser that opens them. */
package dev.earlyphase.cli.page;
