package dev.earlyphase.core.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.error.DomainException.Unavailable;

import static dev.earlyphase.core.data.IdxFiles.idx;
import static dev.earlyphase.core.data.IdxFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataSetsTest {
    private static final Download IMPOSSIBLE = new Download(Duration.ofMillis(1), (what, done, total) -> {});

    @TempDir
    Path data;

    @TempDir
    Path cache;

    @Test
    void files_of_the_data_folder_are_read_and_kept() throws IOException {
        Path folder = Files.createDirectory(data.resolve("mnist"));
        write(folder, IdxSource.TRAINING_IMAGES, idx(0x0803, new int[] {60_000, 28, 28}, new byte[60_000 * 784]));
        write(folder, IdxSource.TRAINING_LABELS, idx(0x0801, new int[] {60_000}, new byte[60_000]));
        write(folder, IdxSource.TEST_IMAGES, idx(0x0803, new int[] {10_000, 28, 28}, new byte[10_000 * 784]));
        write(folder, IdxSource.TEST_LABELS, idx(0x0801, new int[] {10_000}, new byte[10_000]));
        DataSets dataSets = new DataSets(Optional.of(data), cache, IMPOSSIBLE);

        DataSet set = dataSets.load(DataSetName.MNIST);

        assertThat(set.label()).isEqualTo("MNIST");
        assertThat(set.training().size()).isEqualTo(60_000);
        assertThat(set.test().size()).isEqualTo(10_000);
        assertThat(dataSets.load(DataSetName.MNIST)).isSameAs(set);
    }

    @Test
    void a_broken_file_of_the_data_folder_is_named_rather_than_fetched_anew() throws IOException {
        Path folder = Files.createDirectory(data.resolve("fashion-mnist"));
        List.of(IdxSource.TRAINING_IMAGES, IdxSource.TRAINING_LABELS, IdxSource.TEST_IMAGES, IdxSource.TEST_LABELS)
                .forEach(file -> write(folder, file, new byte[100]));
        DataSets dataSets = new DataSets(Optional.of(data), cache, IMPOSSIBLE);

        assertThatExceptionOfType(MalformedData.class)
                .isThrownBy(() -> dataSets.load(DataSetName.FASHION_MNIST))
                .withMessageStartingWith(folder.resolve(IdxSource.TRAINING_IMAGES) + " at offset 0");
    }

    @Test
    void a_set_that_is_nowhere_says_where_it_was_looked_for() {
        DataSets dataSets = new DataSets(Optional.of(data), cache, IMPOSSIBLE);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> dataSets.load(DataSetName.CIFAR_10))
                .withMessageContaining(data.resolve("cifar-10").toString())
                .withMessageContaining("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz");
    }

    @Test
    void strokes_need_no_file() {
        DataSet set = new DataSets(Optional.empty(), cache, IMPOSSIBLE).load(DataSetName.STROKES);

        assertThat(set.training().size()).isEqualTo(DataSetName.STROKES.trainExamples());
        assertThat(set.test().size()).isEqualTo(DataSetName.STROKES.testExamples());
    }
}
