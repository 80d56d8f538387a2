/** What a few values say of all: means, deviations, correlation. */
package dev.earlyphase.gateway.sample;
