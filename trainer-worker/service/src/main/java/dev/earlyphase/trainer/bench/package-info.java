/** How fast the engines are beside libtorch alone, and what the worker around them costs. */
package dev.earlyphase.trainer.bench;
