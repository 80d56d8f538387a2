package dev.earlyphase.embedded;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.launcher.FreePorts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A port that was free when it was chosen and is taken when the server wants it. */
@Timeout(120)
class TakenPortIT {

    @TempDir
    Path folder;

    @Test
    void a_broker_that_failed_to_get_its_port_starts_on_another_in_the_same_jvm() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> KafkaBroker.start(folder, taken.getLocalPort(), FreePorts.free(), List.of()))
                    .hasStackTraceContaining("Address already in use");
        }

        try (KafkaBroker broker = KafkaBroker.start(folder, FreePorts.free(), FreePorts.free(), List.of())) {
            KafkaClients clients = new KafkaClients(broker.address());
            clients.create("topic");
            clients.send("topic", "value");
        }
    }
}
