package dev.earlyphase.cli.stack;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.cli.exit.Failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeviceTest {
    @ParameterizedTest
    @ValueSource(strings = {"auto", "cpu", "cuda:0", "cuda:12"})
    void a_device_is_written_as_it_is_read(String id) {
        assertThat(Device.of(id).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cuda", "cuda:", "cuda:-1", "cuda:x"})
    void what_is_no_device_is_refused_with_those_that_are(String id) {
        assertThatThrownBy(() -> Device.of(id))
                .isInstanceOf(Failure.class)
                .hasMessage("--device: got " + id + "; allowed: auto, cpu, or cuda:N, such as cuda:0");
    }
}
