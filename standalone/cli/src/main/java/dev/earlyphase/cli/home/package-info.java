/** The folders that the command line works in, and the file that says what runs there. */
package dev.earlyphase.cli.home;
