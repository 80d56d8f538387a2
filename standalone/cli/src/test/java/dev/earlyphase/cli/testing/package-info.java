/** What several tests of the command line need. */
package dev.earlyphase.cli.testing;
