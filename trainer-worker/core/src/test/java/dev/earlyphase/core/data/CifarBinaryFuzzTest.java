package dev.earlyphase.core.data;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

public class CifarBinaryFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(MalformedData.class);
    private static final String FILE = "data_batch_1.bin";
    private static final int RECORDS = 2;
    private static final int CLASSES = 10;

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, CifarBinaryFuzzTest::read);
    }

    @Test
    void whatever_the_bytes_a_file_has_the_expected_records_or_is_refused() throws Exception {
        byte[] whole = new byte[RECORDS * (1 + CifarBinary.SHAPE.elements())];
        var fuzzing = Fuzzing.of(CifarBinaryFuzzTest.class).from(whole, new byte[1], new byte[whole.length + 1]);

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void read(byte[] input) throws IOException {
        Files.write(FuzzedFile.named(FILE), input);
        ImageSet images = CifarBinary.read(FuzzedFile.inFolder(), List.of(FILE), RECORDS, CLASSES);
        assertThat(images.size()).isEqualTo(RECORDS);
    }
}
