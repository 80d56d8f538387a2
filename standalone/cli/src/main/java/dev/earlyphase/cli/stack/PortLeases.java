package dev.earlyphase.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.earlyphase.launcher.EmbeddedPorts;
import dev.earlyphase.launcher.FreePorts;

/**
 * Ports that this supervisor's services and servers will listen on. They are kept from the supervisors of other homes:
 * seconds pass before a service takes its port, and while one is started again nobody listens there. By locks on files,
 * which the system gives back when this process dies.
 */
final class PortLeases implements AutoCloseable {
    private static final int DRAWS = 100;

    private final Path folder;
    private final List<FileChannel> channels = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();

    /** @param folder of the locks, one for all supervisors of the machine */
    PortLeases(Path folder) {
        this.folder = folder;
    }

    /** In the system's temporary folder. */
    static PortLeases ofThisMachine() {
        return new PortLeases(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Takes a usual port; false if a process listens on it or another supervisor has it. */
    boolean take(int port) {
        return lock(port) && FreePorts.isFree(port) && taken.add(port);
    }

    /**
     * The usual ports of the embedded servers, or free ones where another supervisor has those: its servers may be away for
     * a moment, to come back. Whether another process listens there they find out themselves.
     */
    EmbeddedPorts takeEmbedded() {
        EmbeddedPorts usual = EmbeddedPorts.DEFAULT;
        return new EmbeddedPorts(lockedOrAny(usual.kafka()), lockedOrAny(usual.postgres()), lockedOrAny(usual.s3()));
    }

    private int lockedOrAny(int port) {
        return lock(port) ? port : takeAny();
    }

    /** Takes some free port; unlocked where no lock can be had. */
    int takeAny() {
        int port = FreePorts.free();
        for (int draws = 1; draws < DRAWS && !take(port); draws++) {
            port = FreePorts.free();
        }
        return port;
    }

    @Override
    public void close() {
        for (FileChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot unlock a port", e);
            }
        }
    }

    /** False also where another user's lock cannot be opened. */
    private boolean lock(int port) {
        Path file = folder.resolve("earlyphase-port-" + port + ".lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                return false;
            }
            channels.add(channel);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Null while another supervisor holds it. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
