package dev.earlyphase.cli.bench;

/** One row of the benchmark's table. */
record Measurement(String name, double value, String unit) {}
