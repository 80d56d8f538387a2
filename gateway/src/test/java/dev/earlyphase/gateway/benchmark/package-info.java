/** How fast figures are made of as many rows as large studies leave; run by hand, its numbers stand in docs. */
package dev.earlyphase.gateway.benchmark;
