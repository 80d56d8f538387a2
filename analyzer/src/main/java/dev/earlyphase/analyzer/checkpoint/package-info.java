/** Statistics of the weights in a checkpoint, tensor by tensor and pooled. */
package dev.earlyphase.analyzer.checkpoint;
