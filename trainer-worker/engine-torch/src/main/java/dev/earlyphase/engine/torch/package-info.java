/** The {@link dev.earlyphase.core.engine.Engine} on libtorch, called from Java by JavaCPP. */
package dev.earlyphase.engine.torch;
