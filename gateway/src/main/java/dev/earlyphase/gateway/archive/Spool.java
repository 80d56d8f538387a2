package dev.earlyphase.gateway.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.earlyphase.contracts.error.DomainException.TooLarge;
import dev.earlyphase.contracts.error.DomainException.Unavailable;

/** A body on disk, gone when closed: of a ZIP file the end must be read first. */
record Spool(Path file) implements AutoCloseable {
    /** @throws TooLarge where it has more bytes than {@code most} */
    static Spool of(InputStream body, ArchiveConfig config) throws IOException {
        var spool = empty(config);
        long most = config.limit().asLongValue();
        try (var out = Files.newOutputStream(spool.file)) {
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                if (bytes > most) {
                    throw new TooLarge("body", "more than " + most + " bytes", "at most " + most + " bytes");
                }
                write(out, buffer, read);
            }
            return spool;
        } catch (RuntimeException | IOException e) {
            spool.close();
            throw e;
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new Unavailable("The archive does not fit on this machine's disk: " + e.getMessage());
        }
    }

    static Spool empty(ArchiveConfig config) throws IOException {
        return new Spool(
                config.folder().isPresent()
                        ? Files.createTempFile(config.folder().get(), "earlyphase-archive-", ".tmp")
                        : Files.createTempFile("earlyphase-archive-", ".tmp"));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
