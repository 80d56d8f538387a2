package dev.earlyphase.core.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.core.network.ImageShape;

/**
 * A published data set in four IDX files, and how to have it.
 *
 * @param base address of the folder that holds the files
 * @param md5 of each file's unpacked bytes
 */
record IdxSource(DataSetName name, String label, Normalisation normalisation, URI base, Map<String, String> md5) {
    static final String TRAINING_IMAGES = "train-images-idx3-ubyte";
    static final String TRAINING_LABELS = "train-labels-idx1-ubyte";
    static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    static final IdxSource MNIST = new IdxSource(
            DataSetName.MNIST,
            "MNIST",
            Normalisation.MNIST,
            URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
            Map.of(
                    TRAINING_IMAGES, "6bbc9ace898e44ae57da46a324031adb",
                    TRAINING_LABELS, "a25bea736e30d166cdddb491f175f624",
                    TEST_IMAGES, "2646ac647ad5339dbf082846283269ea",
                    TEST_LABELS, "27ae3e4e09519cfbb04c329615203637"));

    static final IdxSource FASHION_MNIST = new IdxSource(
            DataSetName.FASHION_MNIST,
            "Fashion-MNIST",
            Normalisation.FASHION_MNIST,
            URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
            Map.of(
                    TRAINING_IMAGES, "f4a8712d7a061bf5bd6d2ca38dc4d50a",
                    TRAINING_LABELS, "9018921c3c673c538a1fc5bad174d6f9",
                    TEST_IMAGES, "8181f5470baa50b63fa0f6fddb340f0a",
                    TEST_LABELS, "15d484375f8d13e6eb1aabb0c3f46965"));

    /** Whether a folder holds all four files, packed or not. */
    boolean isIn(Path folder) {
        return md5.keySet().stream().allMatch(file -> find(folder, file).isPresent());
    }

    /** @throws MalformedData if a file is not what its name promises */
    DataSet read(Path folder) {
        return new DataSet(
                label,
                read(folder, TRAINING_IMAGES, TRAINING_LABELS, name.trainExamples()),
                read(folder, TEST_IMAGES, TEST_LABELS, name.testExamples()),
                normalisation);
    }

    private ImageSet read(Path folder, String images, String labels, int count) {
        return Idx.read(
                find(folder, images).orElseThrow(),
                find(folder, labels).orElseThrow(),
                new ImageShape(name.channels(), name.side(), name.side()),
                count,
                DataSetName.CLASSES);
    }

    /** Fetches the four files into a folder. */
    void download(Download download, Path folder) throws IOException, InterruptedException {
        for (String file : md5.keySet()) {
            Path packed = folder.resolve(file + ".gz");
            download.fetch(base.resolve(file + ".gz"), packed);
            Checksums.verifyUnpacked(packed, md5.get(file));
        }
    }

    private static Optional<Path> find(Path folder, String file) {
        Path packed = folder.resolve(file + ".gz");
        Path plain = folder.resolve(file);
        if (Files.isRegularFile(packed)) {
            return Optional.of(packed);
        }
        return Files.isRegularFile(plain) ? Optional.of(plain) : Optional.empty();
    }
}
