package dev.earlyphase.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreePortsTest {

    @Test
    void a_preferred_port_that_is_free_is_kept() {
        int preferred = FreePorts.free();

        assertThat(FreePorts.preferredOrFree(preferred)).isEqualTo(preferred);
    }

    @Test
    void a_preferred_port_that_is_taken_gives_way_to_another() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = FreePorts.preferredOrFree(taken.getLocalPort());

            assertThat(port).isPositive().isNotEqualTo(taken.getLocalPort());
            assertThat(FreePorts.isFree(port)).isTrue();
        }
    }

    @Test
    void preferring_none_gives_any() {
        assertThat(FreePorts.preferredOrFree(0)).isPositive();
    }
}
