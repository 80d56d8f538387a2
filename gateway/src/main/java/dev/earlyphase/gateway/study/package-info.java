/** Studies: submitted as JSON or YAML, listed, read, cancelled, retried, watched. */
package dev.earlyphase.gateway.study;
