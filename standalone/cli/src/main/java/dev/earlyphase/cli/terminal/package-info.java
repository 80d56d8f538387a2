/** What people read: lines, a line that is rewritten in place, tables, numbers and lengths of time. */
package dev.earlyphase.cli.terminal;
