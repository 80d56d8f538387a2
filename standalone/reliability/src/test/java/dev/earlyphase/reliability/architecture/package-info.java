/** The rules of docs/architecture.md, held against the compiled classes and the sources of all modules. */
package dev.earlyphase.reliability.architecture;
