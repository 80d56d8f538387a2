/** Tensors in the object store: fetched, checked against what the event says of them, and kept for a while. */
package dev.earlyphase.analyzer.object;
