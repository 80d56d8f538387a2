package dev.earlyphase.weights.safetensors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

import dev.earlyphase.weights.Generated;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Domain(Generated.class)
@Domain(DomainContext.Global.class)
class SafetensorsPropertyTest {

    @Property
    void what_is_written_is_read_again(@ForAll Tensors tensors, @ForAll("texts") Map<String, String> metadata) {
        SafetensorsFile read = Safetensors.read(Safetensors.bytes(tensors, metadata));

        assertThat(read).isEqualTo(new SafetensorsFile(tensors, metadata));
    }

    @Property
    void a_streamed_file_gives_the_same_tensors_one_by_one(@ForAll Tensors tensors) throws IOException {
        byte[] bytes = Safetensors.bytes(tensors, Map.of());

        var streamed = new ArrayList<Tensor>();
        try (var reader = SafetensorsReader.open(new ByteArrayInputStream(bytes), bytes.length, "stream")) {
            for (Optional<Tensor> next = reader.next(); next.isPresent(); next = reader.next()) {
                streamed.add(next.get());
            }
        }

        assertThat(Tensors.of(streamed)).isEqualTo(tensors);
    }

    @Property
    void a_mask_that_is_written_is_read_again(@ForAll Generated.Masked given) {
        byte[] bytes = Safetensors.bytes(given.mask(), Map.of());

        assertThat(Mask.fromTensors(Safetensors.read(bytes).tensors())).isEqualTo(given.mask());
    }

    @Property
    void values_begin_at_a_multiple_of_eight(@ForAll Tensors tensors) {
        byte[] bytes = Safetensors.bytes(tensors, Map.of());

        assertThat((bytes.length - 4 * tensors.elements()) % 8).isZero();
    }

    @Property
    void a_file_cut_anywhere_is_malformed(@ForAll Tensors tensors, @ForAll @IntRange(max = 10_000) int at) {
        byte[] bytes = Safetensors.bytes(tensors, Map.of("format", "pt"));

        byte[] cut = Arrays.copyOf(bytes, at % bytes.length);

        assertThatThrownBy(() -> Safetensors.read(cut)).isInstanceOf(MalformedSafetensors.class);
    }

    @Property
    void bytes_changed_anywhere_are_malformed_if_they_do_not_read(
            @ForAll Tensors tensors,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 400) Integer> positions,
            @ForAll byte replacement) {
        byte[] bytes = Safetensors.bytes(tensors, Map.of("format", "pt"));
        positions.forEach(position -> bytes[position % bytes.length] = replacement);

        readsOrIsMalformed(bytes);
    }

    @Property
    void text_of_any_json_like_kind_is_malformed_if_it_does_not_read(
            @ForAll("jsonLike") String header, @ForAll @Size(max = 16) byte[] data) {
        readsOrIsMalformed(SafetensorsTest.file(header, data));
    }

    @Property
    void arbitrary_bytes_are_malformed(@ForAll @Size(max = 64) byte[] bytes) {
        readsOrIsMalformed(bytes);
    }

    @Provide
    Arbitrary<Map<String, String>> texts() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(6);
        return Arbitraries.maps(text, text).ofMaxSize(4);
    }

    /** Pieces of headers in any order, which reach deeper into the parser than bytes would. */
    @Provide
    Arbitrary<String> jsonLike() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        " ",
                        "\"",
                        "\\",
                        "\\u00",
                        "0",
                        "1",
                        "-",
                        "18446744073709551616",
                        "\"__metadata__\"",
                        "\"a\"",
                        "\"b\"",
                        "\"dtype\":\"U8\"",
                        "\"dtype\":\"F64\"",
                        "\"shape\":",
                        "[1]",
                        "[4294967296,4294967296]",
                        "\"data_offsets\":",
                        "[0,1]",
                        "[8,0]",
                        "{\"a\":{",
                        "null")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    private static void readsOrIsMalformed(byte[] bytes) {
        try {
            Safetensors.read(bytes);
        } catch (MalformedSafetensors refused) {
            assertThat(refused.offset()).isBetween(0L, (long) bytes.length);
            assertThat(refused.reason()).isNotBlank();
        }
    }
}
