package dev.earlyphase.cli.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortLeasesTest {
    @Test
    void a_port_on_which_a_process_listens_is_not_to_be_had() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PortLeases leases = new PortLeases()) {
            assertThat(leases.take(listener.getLocalPort())).isFalse();
        }
    }

    @Test
    void a_port_that_another_supervisor_is_about_to_use_is_not_to_be_had() {
        try (PortLeases first = new PortLeases();
                PortLeases second = new PortLeases()) {
            int port = first.takeAny();

            assertThat(second.take(port)).isFalse();
        }
    }

    @Test
    void a_port_that_was_given_back_can_be_taken() {
        try (PortLeases first = new PortLeases();
                PortLeases second = new PortLeases()) {
            int port = first.takeAny();
            first.close();

            assertThat(second.take(port)).isTrue();
        }
    }
}
