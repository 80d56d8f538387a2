package dev.earlyphase.launcher;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedPortsTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void a_port_out_of_range_is_refused_by_name(int port) {
        assertThatThrownBy(() -> new EmbeddedPorts(0, port, 0))
                .hasMessageContaining("postgres port " + port)
                .hasMessageContaining("0 (any) to 65535");
    }
}
