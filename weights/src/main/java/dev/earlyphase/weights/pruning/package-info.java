/**
 * Which weights a round of pruning removes: those of lowest magnitude among the survivors, in exact numbers and a
 * defined order (Han et al. 2015; Frankle et al. 2020, section 2).
 */
package dev.earlyphase.weights.pruning;
