package dev.earlyphase.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The file {@code embedded.properties} of a home folder: present while the embedded servers answer. Holds the
 * configuration keys of the services and {@code pid}.
 */
public final class AddressFile {

    private static final String PID = "pid";

    private final Path file;

    public AddressFile(Path home) {
        this.file = home.resolve("embedded.properties");
    }

    /** Writes the whole file at once, readable by its owner alone. */
    public void write(EmbeddedAddresses addresses) {
        Properties properties = new Properties();
        properties.putAll(addresses.configuration());
        properties.setProperty(PID, Long.toString(addresses.pid()));
        PrivateFiles.write(file, properties, "Where the embedded servers listen, while they do");
    }

    /** What the servers last announced, empty where they have not started or have stopped. */
    public Optional<EmbeddedAddresses> read() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        if (properties.containsKey(PID) && !properties.containsKey("earlyphase.access.operator-key")) {
            // Left behind by a killed run of a version that had no keys.
            return Optional.empty();
        }
        return Optional.of(new EmbeddedAddresses(
                required(properties, "earlyphase.kafka"),
                required(properties, "earlyphase.postgres.url"),
                required(properties, "earlyphase.postgres.user"),
                required(properties, "earlyphase.postgres.password"),
                required(properties, "earlyphase.s3.endpoint"),
                required(properties, "earlyphase.s3.access-key"),
                required(properties, "earlyphase.s3.secret-key"),
                required(properties, "earlyphase.s3.bucket"),
                new AccessKeys(
                        required(properties, "earlyphase.access.operator-key"),
                        required(properties, "earlyphase.access.worker-key"),
                        required(properties, "earlyphase.access.gateway-key")),
                Long.parseLong(required(properties, PID))));
    }

    /** Removes the file, if it is there. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    private String required(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("%s: key %s is missing".formatted(file, key));
        }
        return value;
    }
}
