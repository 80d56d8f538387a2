/** The client of the gateway's REST API. */
package dev.earlyphase.cli.api;
