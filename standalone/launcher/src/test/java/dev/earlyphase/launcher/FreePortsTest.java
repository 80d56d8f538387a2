package dev.earlyphase.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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
    void no_outgoing_connection_can_take_a_chosen_port_while_its_server_is_away() throws IOException {
        Path range = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
        assumeThat(range)
                .as("the ports of outgoing connections are read from /proc")
                .exists();
        int first = firstOf(range);

        assertThat(IntStream.range(0, 100).map(draw -> FreePorts.free())).allMatch(port -> port < first);
    }

    @Test
    void preferring_none_gives_any() {
        assertThat(FreePorts.preferredOrFree(0)).isPositive();
    }

    /** Read at once: the system gives no more of the file to who asks again. */
    private static int firstOf(Path range) throws IOException {
        try (var lines = Files.newBufferedReader(range)) {
            return Integer.parseInt(lines.readLine().split("\\s+")[0]);
        }
    }
}
