package dev.earlyphase.weights.safetensors;

import dev.earlyphase.weights.Shape;

/**
 * What the header says of one tensor.
 *
 * @param begin first byte of its values, counted from the end of the header
 * @param end the byte after its last
 */
record Entry(String name, Dtype dtype, Shape shape, long begin, long end) {}
