package dev.earlyphase.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import dev.earlyphase.launcher.AddressFile;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

/** The right to use a home folder, held by one process at a time and given back by the system when that process dies. */
final class HomeLock implements AutoCloseable {

    /** A process that has taken its addresses back, or not yet given them, may be about to end. */
    private static final Duration LEAVING = Duration.ofSeconds(10);

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the home; a {@link Refusal} names the process that has it. */
    static HomeLock take(Path home) {
        try {
            FileChannel channel = FileChannel.open(home.resolve("embedded.lock"), CREATE, READ, WRITE);
            Instant deadline = Instant.now().plus(LEAVING);
            while (channel.tryLock() == null) {
                boolean leaving = new AddressFile(home).read().isEmpty();
                if (!leaving || Instant.now().isAfter(deadline)) {
                    String holder = holder(channel);
                    channel.close();
                    throw new Refusal("%s is in use by process %s: stop that first".formatted(home, holder));
                }
                pause();
            }
            return new HomeLock(channel.truncate(0)).sign();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + home, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private HomeLock sign() throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        channel.write(StandardCharsets.US_ASCII.encode(pid), 0);
        return this;
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(32);
        channel.read(pid, 0);
        return StandardCharsets.US_ASCII.decode(pid.flip()).toString();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted while waiting for the home folder", e);
        }
    }
}
