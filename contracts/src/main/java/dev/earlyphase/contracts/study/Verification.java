package dev.earlyphase.contracts.study;

import java.time.Instant;

/**
 * A completed trial trained again from its begin, and whether it came to the same weights.
 *
 * @param expected SHA-256 of its weights at the end, as they were
 * @param actual the same of the repetition; null while that lasts
 * @param equal null while that lasts
 * @param engine that repeated it; null while that lasts
 * @param at when the repetition ended, or was asked for
 */
public record Verification(String expected, String actual, Boolean equal, String engine, Instant at) {}
