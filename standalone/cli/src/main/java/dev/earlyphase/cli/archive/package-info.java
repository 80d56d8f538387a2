/** Whole studies as files: {@code export} and {@code import}. */
package dev.earlyphase.cli.archive;
