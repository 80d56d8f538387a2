/** Statistics of masks: densities, collapsed layers, distances to the parent's mask. */
package dev.earlyphase.analyzer.mask;
