package dev.earlyphase.cli.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleGpusTest {
    @TempDir
    private Path folder;

    private String smi;

    @BeforeEach
    void fake() throws Exception {
        Path program = folder.resolve("nvidia-smi");
        Files.writeString(program, "#!/bin/sh\nprintf '0\\n1\\n'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        smi = program.toString();
    }

    @Test
    void all_gpus_of_the_machine_are_ours_unless_the_environment_says_otherwise() {
        assertThat(VisibleGpus.names(smi, Map.of())).containsExactly("0", "1");
    }

    @Test
    void those_that_the_environment_names_are_ours() {
        assertThat(VisibleGpus.names(smi, Map.of("CUDA_VISIBLE_DEVICES", "1, GPU-aa")))
                .containsExactly("1", "GPU-aa");
    }

    @Test
    void the_environment_may_leave_us_none() {
        assertThat(VisibleGpus.names(smi, Map.of("CUDA_VISIBLE_DEVICES", "-1"))).isEmpty();
        assertThat(VisibleGpus.names(smi, Map.of("CUDA_VISIBLE_DEVICES", ""))).isEmpty();
    }

    @Test
    void without_nvidia_smi_there_are_none() {
        assertThat(VisibleGpus.names(folder.resolve("nowhere").toString(), Map.of()))
                .isEmpty();
    }
}
