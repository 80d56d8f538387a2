package dev.earlyphase.reliability.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

import dev.earlyphase.cli.home.Home;

/** The folders of a home: database, Kafka's log, object store, logs, caches, temporary files. */
final class FolderSizes {
    private static final List<String> FOLDERS = List.of("postgres", "kafka", "s3", "logs", "cache", "tmp");

    private long bytes;
    private long files;

    private FolderSizes() {}

    /** One that is not there is empty. */
    static Stream<Reading> read(double second, Home home) {
        return FOLDERS.stream().flatMap(name -> {
            FolderSizes sizes = of(home.folder().resolve(name));
            return Stream.of(
                    new Reading(second, new Subject(Resource.SIZE, name + "/"), sizes.bytes),
                    new Reading(second, new Subject(Resource.FILES, name + "/"), sizes.files));
        });
    }

    static FolderSizes of(Path folder) {
        var sizes = new FolderSizes();
        try {
            Files.walkFileTree(folder, sizes.new Visitor());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot walk " + folder, e);
        }
        return sizes;
    }

    long bytes() {
        return bytes;
    }

    long files() {
        return files;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            files++;
            return FileVisitResult.CONTINUE;
        }

        /** Files come and go while they are counted. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }
}
