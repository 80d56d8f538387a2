package dev.earlyphase.launcher;

/**
 * The ports that the embedded servers should take where they are free; another is chosen for each that is not.
 *
 * @param kafka port of the broker, 0 for any
 * @param postgres port of the database, 0 for any
 * @param s3 port of the object store, 0 for any
 */
public record EmbeddedPorts(int kafka, int postgres, int s3) {

    /** The ports that the services expect when nothing is configured. */
    public static final EmbeddedPorts DEFAULT = new EmbeddedPorts(19092, 15432, 19000);

    /** Any free ports, for tests. */
    public static final EmbeddedPorts ANY = new EmbeddedPorts(0, 0, 0);

    public EmbeddedPorts {
        requirePort("kafka", kafka);
        requirePort("postgres", postgres);
        requirePort("s3", s3);
    }

    private static void requirePort(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("%s port %d: allowed are 0 (any) to 65535".formatted(name, port));
        }
    }
}
