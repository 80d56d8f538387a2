package dev.earlyphase.engine.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

import dev.earlyphase.core.contract.Sample;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Native memory is freed when a call ends, not when the garbage collector gets round to it. */
class MemoryTest {
    private static final Update UPDATE = new Update(0.01, 0.9, 1e-4);
    private static final Path STATUS = Path.of("/proc/self/status");

    @Test
    void four_thousand_iterations_hold_the_memory_of_the_process() throws IOException {
        assumeThat(STATUS).as("the memory of a process is read from /proc").exists();
        Network network = Sample.convolutional();
        Batch batch = Sample.batch(network, 6);
        float[] read = new float[network.size()];
        try (Engine engine = TorchEngine.create();
                Session session = engine.open(network, 6)) {
            session.restore(Sample.state(network));
            session.mask(Sample.mask(network));
            iterate(session, batch, read, 500);
            long before = residentKilobytes();

            iterate(session, batch, read, 4_000);

            assertThat(residentKilobytes() - before).isLessThan(8_000);
        }
    }

    @Test
    void nothing_native_outlives_a_session() {
        Network network = Sample.residual();
        Batch batch = Sample.batch(network, 6);
        try (Engine engine = TorchEngine.create()) {
            use(engine, network, batch);
            long before = Pointer.totalCount();

            use(engine, network, batch);

            assertThat(Pointer.totalCount()).isEqualTo(before);
        }
    }

    private static void use(Engine engine, Network network, Batch batch) {
        try (Session session = engine.open(network, 6)) {
            session.restore(Sample.state(network));
            session.restoreMomentum(Sample.momentum(network));
            session.mask(Sample.mask(network));
            session.step(batch, UPDATE);
            session.evaluate(batch);
            session.state();
            session.momentum();
        }
    }

    private static void iterate(Session session, Batch batch, float[] read, int iterations) {
        for (int i = 0; i < iterations; i++) {
            session.step(batch, UPDATE);
            session.readWeights(read);
            session.readGradient(read);
        }
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
