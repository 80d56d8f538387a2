package dev.earlyphase.trainer.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class GpuMetersTest {
    private static final Gpu SECOND =
            new Gpu(1, "GPU-bb22", "NVIDIA H200", ComputeCapability.of("9.0"), "580.95.05", 143_771);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @TempDir
    private Path folder;

    @Test
    void the_load_of_the_workers_own_gpu_is_told_in_base_units() throws Exception {
        var meters = new GpuMeters(registry, smi("echo '0, 99, 7, 10'; echo '1, 37, 2048, 143771'"));

        meters.register(List.of(SECOND));
        meters.look();

        var told = registry.getMeters().stream()
                .collect(toMap(
                        meter -> meter.getId().getName(),
                        meter -> meter.measure().iterator().next().getValue()));
        assertThat(told)
                .containsOnly(
                        entry("earlyphase.gpu.utilisation.ratio", 0.37),
                        entry("earlyphase.gpu.memory.used.bytes", 2048.0 * (1 << 20)),
                        entry("earlyphase.gpu.memory.total.bytes", 143_771.0 * (1 << 20)));
    }

    @Test
    void without_a_gpu_nothing_is_registered() {
        new GpuMeters(registry, "nowhere").register(List.of());

        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void a_driver_that_tells_no_load_leaves_the_last_one() throws Exception {
        var meters = new GpuMeters(registry, smi("echo '1, [N/A], [N/A], [N/A]'"));

        meters.register(List.of(SECOND));
        meters.look();

        assertThat(registry.get("earlyphase.gpu.utilisation.ratio").gauge().value())
                .isNaN();
    }

    private String smi(String script) throws Exception {
        Path program = Files.writeString(folder.resolve("nvidia-smi"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program.toString();
    }
}
