/**
 * Which weights pruning removes, in exact numbers and a defined order: those of lowest magnitude among the survivors, a
 * round at a time (Han et al. 2015; Frankle et al. 2020, section 2), those of lowest score at once (Lee et al. 2019,
 * SNIP; Wang et al. 2020, GraSP; Tanaka et al. 2020, SynFlow), or random ones, to check the others against.
 */
package dev.earlyphase.weights.pruning;
