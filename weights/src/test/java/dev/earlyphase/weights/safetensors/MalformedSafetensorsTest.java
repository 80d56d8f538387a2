package dev.earlyphase.weights.safetensors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class MalformedSafetensorsTest {

    private static final String A = "\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}";

    /** Each header stands before four bytes of data; the offset counts from the start of the header. */
    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("[]", 0, "expected an object, found '['"),
                Arguments.of("{{", 1, "expected a string, found '{'"),
                Arguments.of("{" + A, 52, "expected ',' or '}', found the end of the header"),
                Arguments.of("{" + A + "}}", 53, "expected the end of the header, found '}'"),
                Arguments.of("{" + A + "," + A + "}", 53, "the key 'a' occurs twice"),
                Arguments.of("{\"a", 3, "the header ends within a string"),
                Arguments.of("{\"a\n", 3, "a control character within a string"),
                Arguments.of("{\"\\x", 2, "an unknown escape in a string"),
                Arguments.of("{\"\\ud800\"", 2, "half a surrogate pair in a string"),
                Arguments.of("{\"\\u12g4\"", 6, "expected a hexadecimal digit"),
                Arguments.of("{\"a\":1}", 5, "expected an object, found '1'"),
                Arguments.of("{\"a\":{}}", 5, "tensor 'a' lacks one of dtype, shape, data_offsets"),
                Arguments.of("{\"\":{}}", 4, "a tensor without a name"),
                Arguments.of(
                        "{\"a\":{\"type\":1}}",
                        13,
                        "tensor 'a' has the field 'type'; allowed: dtype, shape, data_offsets"),
                Arguments.of(
                        "{\"a\":{\"dtype\":\"F8\"}}",
                        14,
                        "dtype 'F8'; allowed: [F32, F16, BF16, F64, U8, BOOL, I32, I64]"),
                Arguments.of("{\"__metadata__\":{\"k\":1}}", 21, "expected a string, found '1'"),
                Arguments.of("{\"a\":{\"shape\":[-1]}}", 15, "expected a whole number, found '-'"),
                Arguments.of("{\"a\":{\"shape\":[1.5]}}", 16, "expected ',' or ']', found '.'"),
                Arguments.of("{\"a\":{\"shape\":[01]}}", 15, "a number with a leading zero"),
                Arguments.of("{\"a\":{\"shape\":[9999999999999999999]}}", 15, "a number of 19 digits; allowed: 18"),
                Arguments.of(
                        "{\"a\":{\"shape\":[" + "1,".repeat(32) + "1]}}",
                        15 + 64,
                        "an array of more than the allowed 32 numbers"),
                Arguments.of(tensor("a", "U8", "[2]", "[0]"), 5, "data_offsets of tensor 'a' are [0]; allowed: two"),
                Arguments.of(
                        tensor("a", "U8", "[2]", "[3,5]"),
                        5,
                        "tensor 'a' lies at 3 to 5 of the data, which has 4 bytes"),
                Arguments.of(
                        tensor("a", "U8", "[2]", "[2,0]"),
                        5,
                        "tensor 'a' lies at 2 to 0 of the data, which has 4 bytes"),
                Arguments.of(
                        tensor("a", "F32", "[2]", "[0,4]"),
                        5,
                        "tensor 'a' of shape 2 and dtype F32 takes 8 bytes, its offsets span 4"),
                Arguments.of(
                        tensor("a", "U8", "[99999,99999]", "[0,4]"),
                        5,
                        "tensor 'a' of shape [99999, 99999] is larger than a tensor may be"),
                Arguments.of(
                        tensor("a", "U8", "[9999999999]", "[0,4]"),
                        5,
                        "tensor 'a' of shape [9999999999] is larger than a tensor may be"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void a_bad_header_is_refused_with_its_offset_and_reason(String header, int offset, String reason) {
        byte[] file = SafetensorsTest.file(header, new byte[4]);

        var refused = catchThrowableOfType(MalformedSafetensors.class, () -> Safetensors.read(file));

        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.offset()).isEqualTo(8 + offset);
        assertThat(refused).hasMessage("bytes, offset " + (8 + offset) + ": " + reason);
    }

    @Test
    void tensors_that_overlap_are_refused() {
        byte[] file = SafetensorsTest.file(
                "{" + A + ",\"b\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[1,4]}}", new byte[4]);

        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(MalformedSafetensors.class)
                .hasMessageEndingWith("tensor 'b' begins at 1 of the data, over the one that ends at 2");
    }

    @Test
    void a_hole_between_tensors_is_refused() {
        byte[] file = SafetensorsTest.file(
                "{" + A + ",\"b\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[3,4]}}", new byte[4]);

        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(MalformedSafetensors.class)
                .hasMessageEndingWith("tensor 'b' begins at 3 of the data, a hole behind the one that ends at 2");
    }

    @Test
    void bytes_behind_the_last_tensor_are_refused() {
        byte[] file = SafetensorsTest.file("{" + A + "}", new byte[4]);

        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(MalformedSafetensors.class)
                .hasMessage("bytes, offset 63: 2 bytes behind the last tensor belong to none");
    }

    @Test
    void a_name_that_is_not_utf8_is_refused() {
        byte[] file = SafetensorsTest.file("{\"?\":", new byte[0]);
        file[10] = (byte) 0xff;

        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(MalformedSafetensors.class)
                .hasMessage("bytes, offset 10: a string that is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5, 100_000_000_001L, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void a_header_length_that_does_not_fit_the_file_is_refused(long length) {
        byte[] file = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array();

        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(MalformedSafetensors.class)
                .hasMessage("bytes, offset 0: a header of " + Long.toUnsignedString(length)
                        + " bytes; allowed: 2 to 4 in a file of 12");
    }

    @Test
    void a_file_on_disk_is_named_in_the_message(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("cut.safetensors"), new byte[3]);

        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(MalformedSafetensors.class)
                .hasMessage(file + ", offset 3: the file ends within the 8 bytes of header length");
    }

    @Test
    void a_stream_that_ends_before_its_stated_length_is_refused_where_it_ends() throws IOException {
        byte[] whole = SafetensorsTest.file("{" + A + "}", new byte[2]);
        var cut = new ByteArrayInputStream(Arrays.copyOf(whole, whole.length - 1));

        try (var reader = SafetensorsReader.open(cut, whole.length, "object")) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(MalformedSafetensors.class)
                    .hasMessage("object, offset 62: the file ends within tensor 'a'");
        }
    }

    @Test
    void a_stream_with_a_bad_header_is_closed() {
        var closed = new AtomicBoolean();
        var in = new ByteArrayInputStream(new byte[8]) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        assertThatThrownBy(() -> SafetensorsReader.open(in, 8, "object")).isInstanceOf(MalformedSafetensors.class);

        assertThat(closed).isTrue();
    }

    private static String tensor(String name, String dtype, String shape, String offsets) {
        return "{\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}}".formatted(name, dtype, shape, offsets);
    }
}
