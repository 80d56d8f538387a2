/** The figures of a study, as tables in the terminal and as files. */
package dev.earlyphase.cli.figure;
