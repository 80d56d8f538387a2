package dev.earlyphase.analyzer.object;

import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.earlyphase.analyzer.testing.Sha256;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.safetensors.MalformedSafetensors;
import dev.earlyphase.weights.safetensors.Safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VerifiedFileTest {
    private static final Tensors TENSORS = Tensors.of(new Tensor("a", Shape.of(2), new float[] {1, 2}));
    private static final byte[] BYTES = Safetensors.bytes(TENSORS, Map.of("prunable", "a"));

    @Test
    void the_object_referred_to_is_read() {
        var file = VerifiedFile.of(reference(BYTES), BYTES);

        assertThat(file.tensors()).isEqualTo(TENSORS);
        assertThat(file.metadata()).containsEntry("prunable", "a");
    }

    @Test
    void a_flipped_bit_is_told_by_the_checksum() {
        byte[] spoilt = BYTES.clone();
        spoilt[spoilt.length - 1] ^= 1;

        assertThatThrownBy(() -> VerifiedFile.of(reference(BYTES), spoilt))
                .hasMessageContainingAll("SHA-256 of trials/x", Sha256.of(BYTES), Sha256.of(spoilt));
    }

    @Test
    void a_truncated_object_is_told_by_its_size() {
        byte[] truncated = Arrays.copyOf(BYTES, BYTES.length - 3);

        assertThatThrownBy(() -> VerifiedFile.of(reference(BYTES), truncated))
                .hasMessageContainingAll("size of trials/x", truncated.length + " bytes", BYTES.length + " bytes");
    }

    @Test
    void a_malformed_file_is_named_with_the_offset() {
        byte[] nonsense = "not safetensors at all".getBytes();

        assertThatThrownBy(() -> VerifiedFile.of(reference(nonsense), nonsense))
                .isInstanceOf(MalformedSafetensors.class)
                .hasMessageContainingAll("trials/x", "offset 0");
    }

    private static ObjectRef reference(byte[] bytes) {
        return new ObjectRef("trials/x", Sha256.of(bytes), bytes.length);
    }
}
