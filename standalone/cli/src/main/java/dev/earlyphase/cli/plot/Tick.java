package dev.earlyphase.cli.plot;

/**
 * A mark on an axis.
 *
 * @param place along the axis, from 0 to 1
 */
record Tick(double place, String text) {}
