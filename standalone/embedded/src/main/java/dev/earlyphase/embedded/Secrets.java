package dev.earlyphase.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

import dev.earlyphase.launcher.AccessKeys;
import dev.earlyphase.launcher.PrivateFiles;

/** Passwords and keys of one home folder, drawn once and kept in a file that only its owner may read. */
final class Secrets {

    private static final int BYTES = 24;
    private static final String[] OF_SERVERS = {"postgres.administrator", "postgres", "s3.access-key", "s3.secret-key"};
    private static final String[] OF_SERVICES = {"access.operator-key", "access.worker-key", "access.gateway-key"};

    private final Path file;
    private final Properties values = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    /**
     * Reads the secrets of the home, or draws them when it is new. The services' keys are drawn as well where a home of
     * before has none; what the servers' data were made with cannot be drawn again.
     */
    static Secrets of(Path home) {
        Secrets secrets = new Secrets(home.resolve("secrets.properties"));
        if (Files.exists(secrets.file)) {
            secrets.read();
        } else {
            secrets.draw(OF_SERVERS, "");
        }
        if (!secrets.values.containsKey(OF_SERVICES[0])) {
            secrets.draw(OF_SERVICES, "ep_");
        }
        return secrets;
    }

    String postgresAdministrator() {
        return get("postgres.administrator");
    }

    /** A file that holds that password and nothing else, for the program that asks for one; to be deleted after. */
    Path postgresAdministratorFile() throws IOException {
        // Temporary files have mode 600.
        return Files.writeString(Files.createTempFile(file.getParent(), "password", ""), postgresAdministrator());
    }

    String postgres() {
        return get("postgres");
    }

    String s3AccessKey() {
        return get("s3.access-key");
    }

    String s3SecretKey() {
        return get("s3.secret-key");
    }

    AccessKeys access() {
        return new AccessKeys(get("access.operator-key"), get("access.worker-key"), get("access.gateway-key"));
    }

    private String get(String key) {
        String value = values.getProperty(key);
        if (value == null) {
            throw new Refusal("%s: %s is missing".formatted(file, key));
        }
        return value;
    }

    private void read() {
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private void draw(String[] keys, String mark) {
        for (String key : keys) {
            byte[] bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            values.setProperty(key, mark + HexFormat.of().formatHex(bytes));
        }
        PrivateFiles.write(
                file,
                values,
                "Secrets of the servers that keep their data beside this file, and of the services that use them");
    }
}
