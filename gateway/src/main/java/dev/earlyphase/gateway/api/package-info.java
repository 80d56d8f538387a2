/** The API's front door: what it is, and its description as OpenAPI. */
package dev.earlyphase.gateway.api;
