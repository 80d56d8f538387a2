package dev.earlyphase.embedded;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.launcher.EmbeddedPorts;
import dev.earlyphase.launcher.FreePorts;

/** The three servers of one home folder, all answering. */
record RunningServers(KafkaBroker kafka, PostgresServer postgres, ObjectStore store) implements AutoCloseable {

    /** Starts the three at once, on the preferred ports or on others where those are taken. */
    static RunningServers start(Arguments arguments, Secrets secrets) throws Exception {
        Path home = arguments.home();
        EmbeddedPorts preferred = arguments.preferred();
        Future<KafkaBroker> kafka;
        Future<PostgresServer> postgres;
        Future<ObjectStore> store;
        try (ExecutorService starters = Executors.newFixedThreadPool(3)) {
            kafka = starters.submit(() -> PortChoice.start(
                    preferred.kafka(),
                    port -> KafkaBroker.start(home.resolve("kafka"), port, FreePorts.free(), arguments.listeners())));
            postgres = starters.submit(() -> PostgresServer.start(arguments, secrets));
            store = starters.submit(() ->
                    PortChoice.start(preferred.s3(), port -> ObjectStore.start(home.resolve("s3"), port, secrets)));
        }
        try {
            return new RunningServers(kafka.get(), postgres.get(), store.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Where they listen and what opens them. */
    EmbeddedAddresses addresses(Secrets secrets) {
        return new EmbeddedAddresses(
                kafka.address(),
                postgres.url(),
                PostgresDatabase.NAME,
                secrets.postgres(),
                store.endpoint(),
                secrets.s3AccessKey(),
                secrets.s3SecretKey(),
                ObjectStore.BUCKET,
                secrets.access(),
                ProcessHandle.current().pid());
    }

    /** Stops all three, each whether or not another resists. */
    @Override
    public void close() throws Exception {
        try (postgres;
                kafka;
                store) {
            // Closed in reverse order: the object store, the broker, the database.
        }
    }
}
