package dev.earlyphase.core.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import dev.earlyphase.contracts.catalog.DataSetName;

/** CIFAR-10 (Krizhevsky 2009): where its files may lie and how to have them. */
final class Cifar10 {
    static final String OFFICIAL = "CIFAR-10";
    static final String JPEG_COPY = "CIFAR-10, JPEG copy";

    private static final URI ADDRESS = URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz");
    private static final String MD5 = "c32a1d4ab5d03f1284b67883e8d87530";
    private static final String UNPACKED_FOLDER = "cifar-10-batches-bin";

    private Cifar10() {}

    /** The folder of binary files at or below {@code folder}, if it holds all six. */
    static Optional<Path> find(Path folder) {
        return Stream.of(folder, folder.resolve(UNPACKED_FOLDER))
                .filter(candidate -> files().allMatch(file -> Files.isRegularFile(candidate.resolve(file))))
                .findFirst();
    }

    static DataSet read(Path folder, String label) {
        return new DataSet(
                label, read(folder, CifarBinary.TRAINING), read(folder, CifarBinary.TEST), Normalisation.CIFAR_10);
    }

    private static ImageSet read(Path folder, List<String> files) {
        return CifarBinary.read(folder, files, CifarBinary.RECORDS_PER_FILE, DataSetName.CLASSES);
    }

    /** Fetches the official archive and unpacks it into a folder. */
    static void download(Download download, Path folder) throws IOException, InterruptedException {
        Path archive = folder.resolve("cifar-10-binary.tar.gz");
        download.fetch(ADDRESS, archive);
        Checksums.verify(archive, MD5);
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            Tar.unpack(in, files().toList(), folder);
        }
        Files.delete(archive);
    }

    private static Stream<String> files() {
        return Stream.of(CifarBinary.TRAINING, CifarBinary.TEST).flatMap(List::stream);
    }
}
