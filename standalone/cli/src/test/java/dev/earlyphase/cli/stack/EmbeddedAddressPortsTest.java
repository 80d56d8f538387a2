package dev.earlyphase.cli.stack;

import org.junit.jupiter.api.Test;

import dev.earlyphase.launcher.AccessKeys;
import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.launcher.EmbeddedPorts;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedAddressPortsTest {
    @Test
    void the_ports_are_those_in_the_addresses() {
        var addresses = new EmbeddedAddresses(
                "127.0.0.1:19092",
                "jdbc:postgresql://127.0.0.1:15432/earlyphase",
                "earlyphase",
                "password",
                "http://127.0.0.1:19000",
                "key",
                "secret",
                "earlyphase",
                new AccessKeys("operator", "worker", "gateway"),
                1);

        assertThat(EmbeddedAddressPorts.of(addresses)).isEqualTo(new EmbeddedPorts(19092, 15432, 19000));
    }
}
