package dev.earlyphase.weights.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SafetensorsTest {

    private final Tensors layer = Tensors.of(
            new Tensor("fc.weight", Shape.of(1, 2), new float[] {1f, -0.5f}),
            new Tensor("fc.bias", Shape.of(1), new float[] {0.1f}));

    @Test
    void the_bytes_of_a_file_are_these() {
        byte[] bytes = Safetensors.bytes(layer, Map.of("moment", "0it", "format", "pt"));

        String header = "{\"__metadata__\":{\"format\":\"pt\",\"moment\":\"0it\"},"
                + "\"fc.weight\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]},"
                + "\"fc.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}      ";
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("b000000000000000" + HexFormat.of().formatHex(header.getBytes(UTF_8)) + "0000803f"
                        + "000000bf" + "cdcccc3d");
    }

    @Test
    void a_mask_is_written_as_bytes_of_zero_and_one() {
        Mask mask = Mask.fromTensors(Tensors.of(new Tensor("fc.weight", Shape.of(3), new float[] {1, 0, 1})));

        byte[] bytes = Safetensors.bytes(mask, Map.of());

        assertThat(new String(bytes, UTF_8))
                .endsWith("{\"fc.weight\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]}}   \u0001\0\u0001");
        assertThat(Mask.fromTensors(Safetensors.read(bytes).tensors())).isEqualTo(mask);
    }

    @Test
    void a_file_on_disk_reads_as_its_bytes_do(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("500it.safetensors");
        try (var out = Files.newOutputStream(file)) {
            Safetensors.write(out, layer, Map.of("moment", "500it"));
        }

        SafetensorsFile read = Safetensors.read(file);

        assertThat(read).isEqualTo(new SafetensorsFile(layer, Map.of("moment", "500it")));
    }

    @Test
    void tensors_larger_than_any_buffer_are_read_as_written() {
        var values = new float[100_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Tensors large = layer.with(new Tensor("large", Shape.of(values.length), values));

        SafetensorsFile read = Safetensors.read(Safetensors.bytes(large, Map.of()));

        assertThat(read.tensors()).isEqualTo(large);
    }

    @ParameterizedTest
    @CsvSource({
        "F32,  0000803f 0000c0ff, 1, NaN",
        "F16,  003c 66ae, 1, -0.099975586",
        "BF16, 803f cdbd, 1, -0.100097656",
        "F64,  000000000000f03f 9a9999999999b9bf, 1, -0.1",
        "U8,   00 ff, 0, 255",
        "BOOL, 00 01, 0, 1",
        "I32,  01000000 feffffff, 1, -2",
        "I64,  0100000000000000 feffffffffffffff, 1, -2",
    })
    void every_dtype_is_read_as_floats(String dtype, String hexadecimal, float first, float second) {
        byte[] data = HexFormat.of().parseHex(hexadecimal.replace(" ", ""));
        byte[] file = file(
                "{\"x\":{\"dtype\":\"%s\",\"shape\":[2],\"data_offsets\":[0,%d]}}".formatted(dtype, data.length), data);

        SafetensorsFile read = Safetensors.read(file);

        assertThat(read.tensors().get("x").values()).containsExactly(first, second);
    }

    @Test
    void tensors_come_in_the_order_of_their_values_whatever_the_order_of_the_header() {
        byte[] file = file("""
                { "b" : {"shape": [ ], "data_offsets": [1, 2], "dtype": "U8"},
                  "a" : {"dtype": "U8", "shape": [1], "data_offsets": [0, 1]} }
                """, new byte[] {7, 9});

        Tensors tensors = Safetensors.read(file).tensors();

        assertThat(tensors)
                .containsExactly(
                        new Tensor("a", Shape.of(1), new float[] {7}), new Tensor("b", Shape.of(), new float[] {9}));
    }

    @Test
    void escapes_in_names_are_understood() {
        byte[] file = file("{\"__metadata__\":{\"\\u00e9\\n\":\"\\ud83d\\ude00\\/\"}}", new byte[0]);

        assertThat(Safetensors.read(file).metadata()).containsExactly(Map.entry("é\n", "😀/"));
    }

    @Test
    void a_tensor_cannot_take_the_name_of_the_metadata() {
        Tensors tensors = Tensors.of(new Tensor("__metadata__", Shape.of(0), new float[0]));

        assertThatThrownBy(() -> Safetensors.bytes(tensors, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no tensor may be named '__metadata__'");
    }

    @Test
    void half_a_surrogate_pair_is_not_written() {
        assertThatThrownBy(() -> Safetensors.bytes(layer, Map.of("key", "\ud83d")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static byte[] file(String header, byte[] data) {
        byte[] json = header.getBytes(UTF_8);
        return ByteBuffer.allocate(8 + json.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .put(data)
                .array();
    }
}
