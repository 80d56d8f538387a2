package dev.earlyphase.weights.safetensors;

import java.util.List;
import java.util.Map;

/**
 * A header that has been checked against the length of its file: the entries fill the rest of it, one behind another.
 *
 * @param entries in the order of their values
 * @param dataStart offset in the file of the first value
 */
record Header(List<Entry> entries, Map<String, String> metadata, long dataStart) {}
