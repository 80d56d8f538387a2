package dev.earlyphase.cli.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.launcher.EmbeddedPorts;
import dev.earlyphase.launcher.FreePorts;

import static org.assertj.core.api.Assertions.assertThat;

class PortLeasesTest {
    @TempDir
    private Path folder;

    @Test
    void a_port_on_which_a_process_listens_is_not_to_be_had() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PortLeases leases = new PortLeases(folder)) {
            assertThat(leases.take(listener.getLocalPort())).isFalse();
        }
    }

    @Test
    void a_port_that_another_supervisor_is_about_to_use_is_not_to_be_had() {
        int port = FreePorts.free();
        try (PortLeases first = new PortLeases(folder);
                PortLeases second = new PortLeases(folder)) {
            assertThat(first.take(port)).isTrue();
            assertThat(second.take(port)).isFalse();
        }
    }

    @Test
    void the_ports_of_embedded_servers_stay_those_of_their_supervisor_while_nobody_listens_there() {
        try (PortLeases first = new PortLeases(folder);
                PortLeases second = new PortLeases(folder)) {
            EmbeddedPorts taken = first.takeEmbedded();

            EmbeddedPorts others = second.takeEmbedded();

            assertThat(taken).isEqualTo(EmbeddedPorts.DEFAULT);
            assertThat(List.of(others.kafka(), others.postgres(), others.s3()))
                    .doesNotContain(taken.kafka(), taken.postgres(), taken.s3());
        }
    }

    @Test
    void a_port_that_was_given_back_can_be_taken() {
        int port = FreePorts.free();
        try (PortLeases first = new PortLeases(folder)) {
            first.take(port);
        }

        try (PortLeases second = new PortLeases(folder)) {
            assertThat(second.take(port)).isTrue();
        }
    }
}
