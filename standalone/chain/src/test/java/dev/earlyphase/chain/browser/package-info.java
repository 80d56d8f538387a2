/** The gateway's page in a real browser, on a real stack. */
package dev.earlyphase.chain.browser;
