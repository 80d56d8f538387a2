package dev.earlyphase.core.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders that are made once and then only read, shared by the worker processes of a machine: one makes, the others
 * wait for it, and a folder appears complete or not at all.
 */
final class Cache {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Path root;

    /** @param root may be relative; makers get absolute folders, since they may run programs in other folders */
    Cache(Path root) {
        this.root = root.toAbsolutePath();
    }

    /** Fills a new, empty folder. */
    @FunctionalInterface
    interface Maker {
        void make(Path folder) throws IOException, InterruptedException;
    }

    /** The folder of that name, made first where it is missing. */
    Path folder(String name, Maker maker) throws IOException, InterruptedException {
        Path folder = root.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(root);
        Path lockFile = root.resolve(name + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel, lockFile)) {
            if (lock.isValid() && !Files.isDirectory(folder)) {
                make(folder, maker);
            }
        }
        return folder;
    }

    /** Called under the lock, so what lies there unfinished is of a process that was killed. */
    private void make(Path folder, Maker maker) throws IOException, InterruptedException {
        Path unfinished = root.resolve(folder.getFileName() + ".part");
        delete(unfinished);
        maker.make(Files.createDirectory(unfinished));
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileLock lock(FileChannel channel, Path file) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("another process has held %s for %s".formatted(file, LONGEST_WAIT));
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Null while another process or another thread of this one holds it. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> children;
        try (Stream<Path> tree = Files.walk(folder)) {
            children = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : children) {
            Files.delete(path);
        }
    }
}
