package dev.earlyphase.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.launcher.EmbeddedLibrary;
import dev.earlyphase.launcher.EmbeddedPorts;
import dev.earlyphase.launcher.EmbeddedProcess;

/** A home folder, with one value that is kept in all three servers. */
record HomeFolder(Path path) {

    static final EmbeddedLibrary LIBRARY = EmbeddedLibrary.findFrom(Path.of("")).orElseThrow();
    static final List<String> BINARIES =
            List.of("--binaries", LIBRARY.folder().resolve("postgres-binaries").toString());

    private static final String NAME = "remembered";

    EmbeddedProcess start(EmbeddedPorts preferred) {
        return EmbeddedProcess.start(path, LIBRARY, preferred, EmbeddedProcess.START_LIMIT, BINARIES);
    }

    EmbeddedProcess start() {
        return start(EmbeddedPorts.ANY);
    }

    static void remember(EmbeddedAddresses addresses, String value) throws Exception {
        KafkaClients kafka = new KafkaClients(addresses.kafka());
        kafka.create(NAME);
        kafka.send(NAME, value);
        try (Connection connection = connect(addresses);
                Statement statement = connection.createStatement()) {
            statement.execute("create table %s as select '%s' as value".formatted(NAME, value));
        }
        new Buckets(addresses).put(NAME, value.getBytes());
    }

    /** What Kafka, Postgres and the object store remember. */
    static List<String> recall(EmbeddedAddresses addresses) throws Exception {
        return List.of(
                recallFromKafka(addresses),
                recallFromPostgres(addresses),
                new String(new Buckets(addresses).get(NAME)));
    }

    private static String recallFromKafka(EmbeddedAddresses addresses) {
        try (var consumer = new KafkaClients(addresses.kafka()).consumer("group-" + System.nanoTime())) {
            consumer.subscribe(List.of(NAME));
            while (true) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    return record.value();
                }
            }
        }
    }

    private static String recallFromPostgres(EmbeddedAddresses addresses) throws Exception {
        try (Connection connection = connect(addresses);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select value from " + NAME)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedAddresses addresses) throws Exception {
        return DriverManager.getConnection(
                addresses.postgresUrl(), addresses.postgresUser(), addresses.postgresPassword());
    }
}
