package dev.earlyphase.cli.stack;

import java.net.URI;

import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.launcher.EmbeddedPorts;

/** The ports in the embedded servers' addresses. */
final class EmbeddedAddressPorts {
    private EmbeddedAddressPorts() {}

    static EmbeddedPorts of(EmbeddedAddresses addresses) {
        return new EmbeddedPorts(
                port("kafka://" + addresses.kafka()),
                port(addresses.postgresUrl().replaceFirst("^jdbc:", "")),
                port(addresses.s3Endpoint()));
    }

    private static int port(String address) {
        return URI.create(address).getPort();
    }
}
