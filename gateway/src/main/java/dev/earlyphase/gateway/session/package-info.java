/** How a browser stays logged in: a cookie that holds the token, which no script can read. */
package dev.earlyphase.gateway.session;
