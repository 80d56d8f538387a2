/** How the command line ends when something is not as it must be: a message and an exit code. */
package dev.earlyphase.cli.exit;
