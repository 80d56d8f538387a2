/** Following a study until it ends. */
package dev.earlyphase.cli.progress;
