/** The command line: one program for the stack on this machine and for the API of any. */
package dev.earlyphase.cli;
