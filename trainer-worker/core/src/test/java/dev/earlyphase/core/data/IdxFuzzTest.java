package dev.earlyphase.core.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

/** The first byte says whether the file is packed. */
public class IdxFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(MalformedData.class);
    private static final List<Integer> SIZES = List.of(3, 2, 2);
    private static final int BYTES = 12;

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, IdxFuzzTest::read);
    }

    @Test
    void whatever_the_bytes_a_file_has_the_expected_sizes_or_is_refused() throws Exception {
        byte[] whole = IdxFiles.idx(0x0803, new int[] {3, 2, 2}, new byte[BYTES]);
        byte[] labels = IdxFiles.idx(0x0801, new int[] {3}, new byte[] {1, 2, 3});
        var fuzzing = Fuzzing.of(IdxFuzzTest.class)
                .from(
                        marked(0, whole),
                        marked(0, labels),
                        marked(1, IdxFiles.gzip(whole)),
                        marked(1, IdxFiles.gzip(new byte[1 << 20])));

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void read(byte[] input) throws IOException {
        if (input.length > 0) {
            Path file = FuzzedFile.named(input[0] % 2 == 0 ? "images" : "images.gz");
            Files.write(file, Arrays.copyOfRange(input, 1, input.length));
            assertThat(Idx.bytes(file, SIZES)).hasSize(BYTES);
        }
    }

    private static byte[] marked(int mark, byte[] content) {
        byte[] input = new byte[1 + content.length];
        input[0] = (byte) mark;
        System.arraycopy(content, 0, input, 1, content.length);
        return input;
    }
}
