package dev.earlyphase.reliability.load;

/**
 * A study of some 10,000 trials was handed in while others read.
 *
 * @param readers how many clients read pages meanwhile
 */
record Submission(int readers, int trials, double seconds) {}
