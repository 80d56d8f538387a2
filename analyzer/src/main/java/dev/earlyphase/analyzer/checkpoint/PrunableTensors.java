package dev.earlyphase.analyzer.checkpoint;

import java.util.Arrays;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.safetensors.SafetensorsFile;

/** The tensors of a checkpoint that pruning may take, as its metadata name them. */
final class PrunableTensors {
    private static final String KEY = "prunable";

    private PrunableTensors() {}

    /** @throws RuntimeException where the metadata do not name any list, or name a tensor that is not there */
    static Tensors of(SafetensorsFile checkpoint) {
        String names = Check.given(checkpoint.metadata().get(KEY), "metadata " + KEY, "names separated by commas");
        return Tensors.of(Arrays.stream(names.split(","))
                .filter(name -> !name.isBlank())
                .map(name -> checkpoint.tensors().get(name.strip()))
                .toList());
    }
}
