package dev.earlyphase.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.launcher.FreePorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortChoiceTest {

    private final List<ServerSocket> others = new ArrayList<>();

    @AfterEach
    void make_the_others_leave() throws IOException {
        for (ServerSocket other : others) {
            other.close();
        }
    }

    @Test
    void a_server_that_found_its_port_taken_meanwhile_starts_on_another() throws Exception {
        int preferred = FreePorts.free();

        int port = PortChoice.start(preferred, chosen -> others.isEmpty() ? beBeatenTo(chosen) : chosen);

        assertThat(port).isPositive().isNotEqualTo(preferred);
    }

    @Test
    void a_server_that_never_gets_its_port_fails_in_the_end() {
        assertThatThrownBy(() -> PortChoice.start(0, this::beBeatenTo)).hasMessageContaining("in use");
    }

    @Test
    void a_server_that_fails_for_another_reason_is_not_started_again() {
        List<Integer> attempts = new ArrayList<>();

        assertThatThrownBy(() -> PortChoice.start(0, port -> {
                    attempts.add(port);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(attempts).hasSize(1);
    }

    private int beBeatenTo(int port) throws IOException {
        others.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        throw new IOException("address already in use");
    }
}
