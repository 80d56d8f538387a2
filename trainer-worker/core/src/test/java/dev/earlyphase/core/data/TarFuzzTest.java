package dev.earlyphase.core.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

public class TarFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(IOException.class);
    private static final String WANTED = "a.bin";
    private static final Path FOLDER = FuzzedFile.newFolder();

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, TarFuzzTest::unpack);
    }

    @Test
    void whatever_the_bytes_nothing_but_what_is_wanted_is_written() throws Exception {
        var fuzzing = Fuzzing.of(TarFuzzTest.class)
                .from(
                        archive("cifar/a.bin", "00000000005", "hello"),
                        archive("../../a.bin", "00000000000", ""),
                        archive("a.bin", "-7777777777", "hello"),
                        archive("b.bin", "77777777777", "hello"));

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void unpack(byte[] input) throws IOException {
        Path wanted = FOLDER.resolve(WANTED);
        wanted.toFile().deleteOnExit();
        Tar.unpack(new ByteArrayInputStream(input), List.of(WANTED), FOLDER);
        try (Stream<Path> written = Files.list(FOLDER)) {
            assertThat(written.filter(file -> !file.equals(wanted))).isEmpty();
        }
    }

    private static byte[] archive(String name, String size, String content) {
        byte[] archive = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 3 * 512);
        byte[] octal = size.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(octal, 0, archive, 124, octal.length);
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, archive, 512, bytes.length);
        return archive;
    }
}
