package dev.earlyphase.weights.safetensors;

import java.util.Map;

import dev.earlyphase.weights.Tensors;

/**
 * A file read whole.
 *
 * @param tensors in the order of their values in the file
 * @param metadata the free text of the header, empty where there is none
 */
public record SafetensorsFile(Tensors tensors, Map<String, String> metadata) {

    public SafetensorsFile {
        metadata = Map.copyOf(metadata);
    }
}
