package dev.earlyphase.core.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.contracts.catalog.DataSetName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Reads the published data sets where this machine has them. */
class RealDataTest {
    @TempDir
    Path cache;

    private DataSets dataSets;
    private Path data;

    @BeforeEach
    void findData() {
        data = Stream.of(
                        Optional.ofNullable(System.getProperty("EARLYPHASE_DATA")),
                        Optional.ofNullable(System.getenv("EARLYPHASE_DATA")),
                        Optional.of("../../../shared/data"))
                .flatMap(Optional::stream)
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
        assumeTrue(data != null, "no data folder: neither EARLYPHASE_DATA nor ../shared/data beside the repository");
        dataSets = new DataSets(Optional.of(data), cache, (what, done, total) -> {});
    }

    @Test
    void mnist_is_whole_and_its_constants_are_those_in_use() {
        assumeTrue(IdxSource.MNIST.isIn(data.resolve("mnist")), "no MNIST in " + data);

        DataSet set = dataSets.load(DataSetName.MNIST);

        assertThat(set.training().size()).isEqualTo(60_000);
        assertThat(mean(set.training())).isCloseTo(0.1307, within(1e-4));
        assertThat(countOf(set.test(), 1)).isEqualTo(1_135);
    }

    @Test
    void fashion_mnist_is_whole_and_its_constants_are_those_in_use() {
        assumeTrue(IdxSource.FASHION_MNIST.isIn(data.resolve("fashion-mnist")), "no Fashion-MNIST in " + data);

        DataSet set = dataSets.load(DataSetName.FASHION_MNIST);

        assertThat(mean(set.training())).isCloseTo(0.2860, within(1e-4));
        assertThat(countOf(set.test(), 9)).isEqualTo(1_000);
    }

    @Test
    void cifar_10_is_read_or_converted_and_says_which() {
        Path folder = data.resolve("cifar-10");
        assumeTrue(Cifar10.find(folder).isPresent() || JpegCopy.isIn(folder), "no CIFAR-10 in " + data);

        DataSet set = dataSets.load(DataSetName.CIFAR_10);

        assertThat(set.label()).isEqualTo(Cifar10.find(folder).isPresent() ? "CIFAR-10" : "CIFAR-10, JPEG copy");
        assertThat(set.training().size()).isEqualTo(50_000);
        assertThat(IntStream.range(0, 10)).allSatisfy(label -> {
            assertThat(countOf(set.training(), label)).isEqualTo(5_000);
            assertThat(countOf(set.test(), label)).isEqualTo(1_000);
        });
        assertThat(mean(set.training())).isCloseTo(0.4734, within(2e-3));
    }

    private static double mean(ImageSet set) {
        long sum = 0;
        for (byte pixel : set.pixels()) {
            sum += pixel & 0xFF;
        }
        return sum / 255.0 / set.pixels().length;
    }

    private static long countOf(ImageSet set, int label) {
        return IntStream.range(0, set.size())
                .filter(i -> set.labels()[i] == label)
                .count();
    }
}
