package dev.earlyphase.trainer.bench;

/** One figure of the benchmark. */
record Measured(String name, double value, String unit) {}
