package dev.earlyphase.core.data;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.error.DomainException.Unavailable;

/**
 * The data sets, each loaded at first use and kept: from the data folder, else from the cache, else from the official
 * address into the cache.
 */
public final class DataSets {
    private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(15);

    private final Optional<Path> folder;
    private final Cache cache;
    private final Download download;
    private final Map<DataSetName, DataSet> loaded = new ConcurrentHashMap<>();

    /**
     * @param folder holds {@code mnist}, {@code fashion-mnist} and {@code cifar-10}, or some of them
     * @param cache a folder to write to, shared by the worker processes of a machine
     * @param progress of downloads
     */
    public DataSets(Optional<Path> folder, Path cache, Progress progress) {
        this(folder, cache, new Download(DOWNLOAD_LIMIT, progress));
    }

    DataSets(Optional<Path> folder, Path cache, Download download) {
        this.folder = folder;
        this.cache = new Cache(cache);
        this.download = download;
    }

    /**
     * A data set, complete.
     *
     * @throws Unavailable if it is nowhere to be had, saying where it was looked for
     * @throws MalformedData if a file is truncated, corrupt or of another kind
     */
    public DataSet load(DataSetName name) {
        return loaded.computeIfAbsent(name, this::read);
    }

    private DataSet read(DataSetName name) {
        try {
            return switch (name) {
                case MNIST -> read(IdxSource.MNIST);
                case FASHION_MNIST -> read(IdxSource.FASHION_MNIST);
                case CIFAR_10 -> readCifar10();
                case STROKES -> Strokes.generate();
            };
        } catch (IOException e) {
            throw new Unavailable("The data set %s is not to be had: it is not in %s, and %s"
                    .formatted(
                            name.id(),
                            folder.map(data -> data.resolve(name.id()).toString())
                                    .orElse("a data folder (none is given)"),
                            e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Loading the data set %s was interrupted".formatted(name.id()));
        }
    }

    private DataSet read(IdxSource source) throws IOException, InterruptedException {
        Optional<Path> own =
                folder.map(data -> data.resolve(source.name().id())).filter(source::isIn);
        return source.read(
                own.isPresent()
                        ? own.get()
                        : cache.folder(source.name().id(), made -> source.download(download, made)));
    }

    private DataSet readCifar10() throws IOException, InterruptedException {
        Optional<Path> own = folder.map(data -> data.resolve(DataSetName.CIFAR_10.id()));
        Optional<Path> official = own.flatMap(Cifar10::find);
        if (official.isPresent()) {
            return Cifar10.read(official.get(), Cifar10.OFFICIAL);
        }
        Optional<Path> copy = own.filter(JpegCopy::isIn);
        if (copy.isPresent()) {
            Path made = cache.folder("cifar-10-jpeg", into -> JpegCopy.convert(copy.get(), into));
            return Cifar10.read(made, Cifar10.JPEG_COPY);
        }
        Path fetched = cache.folder("cifar-10", into -> Cifar10.download(download, into));
        return Cifar10.read(fetched, Cifar10.OFFICIAL);
    }
}
