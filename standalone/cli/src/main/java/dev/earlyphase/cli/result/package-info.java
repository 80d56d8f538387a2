/** How a command puts out its result: lines for people, or JSON for programs. */
package dev.earlyphase.cli.result;
