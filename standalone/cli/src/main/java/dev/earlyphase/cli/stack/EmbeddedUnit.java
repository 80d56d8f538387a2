package dev.earlyphase.cli.stack;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import dev.earlyphase.cli.home.Home;
import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.launcher.EmbeddedLibrary;
import dev.earlyphase.launcher.EmbeddedPorts;
import dev.earlyphase.launcher.EmbeddedProcess;
import dev.earlyphase.launcher.ManagedProcess;

/** Kafka, Postgres and the object store. Their addresses stay the same for as long as the stack lives. */
final class EmbeddedUnit implements Unit {
    private final Home home;
    private final EmbeddedLibrary library;
    private final EmbeddedPorts preferred;
    private final Surroundings surroundings;
    private volatile EmbeddedAddresses addresses;

    EmbeddedUnit(Home home, EmbeddedLibrary library, EmbeddedPorts preferred, Surroundings surroundings) {
        this.home = home;
        this.library = library;
        this.preferred = preferred;
        this.surroundings = surroundings;
    }

    /** The addresses under the configuration keys of the services; known once it is ready. */
    Map<String, String> configuration() {
        return addresses.configuration();
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public Optional<URI> address() {
        return Optional.empty();
    }

    @Override
    public Duration stopLimit() {
        return Duration.ofSeconds(60);
    }

    /** Returns when all three answer. */
    @Override
    public ManagedProcess launch() {
        EmbeddedPorts ports = addresses == null ? preferred : EmbeddedAddressPorts.of(addresses);
        EmbeddedProcess embedded = EmbeddedProcess.start(
                home.folder(),
                library,
                ports,
                EmbeddedProcess.START_LIMIT,
                surroundings.embeddedArguments(),
                surroundings.embeddedEnvironment());
        if (addresses != null && !addresses.configuration().equals(embedded.configuration())) {
            // The services know the former addresses; what holds a port now may have gone at the next attempt.
            embedded.close();
            throw new IllegalStateException("The embedded servers' former ports are taken: %s, not %s"
                    .formatted(embedded.addresses(), addresses));
        }
        addresses = embedded.addresses();
        return embedded.process();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public String toString() {
        return addresses == null
                ? "Kafka, Postgres, S3"
                : "Kafka %s, Postgres %s, S3 %s"
                        .formatted(addresses.kafka(), addresses.postgresUrl(), addresses.s3Endpoint());
    }
}
