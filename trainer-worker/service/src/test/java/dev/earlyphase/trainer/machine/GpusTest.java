package dev.earlyphase.trainer.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GpusTest {
    private static final Gpu A100 = gpu(0, "GPU-aa11", "NVIDIA A100-SXM4-40GB", new ComputeCapability(8, 0), 40_960);
    private static final Gpu H200 = gpu(1, "GPU-bb22", "NVIDIA H200", new ComputeCapability(9, 0), 143_771);

    @TempDir
    private Path folder;

    @Test
    void the_gpus_are_those_that_nvidia_smi_lists() throws Exception {
        String smi = program("""
                echo '0, GPU-aa11, NVIDIA A100-SXM4-40GB, 8.0, 580.95.05, 40960'
                echo '1, GPU-bb22, NVIDIA H200, 9.0, 580.95.05, 143771'""");

        assertThat(Gpus.all(smi)).containsExactly(A100, H200);
    }

    @Test
    void it_is_asked_for_what_is_read() throws Exception {
        String smi = program("printf '%s\\n' \"$@\" >" + folder.resolve("asked"));

        Gpus.all(smi);

        assertThat(folder.resolve("asked"))
                .hasContent("--query-gpu=index,uuid,name,compute_cap,driver_version,memory.total\n"
                        + "--format=csv,noheader,nounits");
    }

    @Test
    void without_nvidia_smi_there_is_none() {
        assertThat(Gpus.all(folder.resolve("nowhere").toString())).isEmpty();
    }

    @Test
    void a_driver_that_does_not_answer_has_none() throws Exception {
        String smi = program("""
                echo "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver."
                exit 9""");

        assertThat(Gpus.all(smi)).isEmpty();
    }

    @Test
    void memory_that_is_not_told_counts_as_none() throws Exception {
        String smi = program("echo '0, GPU-cc33, Orin, 8.7, 540.3.0, [N/A]'");

        assertThat(Gpus.all(smi)).singleElement().extracting(Gpu::memory).isEqualTo(0L);
    }

    @Test
    void a_gpu_is_described_in_a_line() {
        assertThat(H200).hasToString("NVIDIA H200, compute capability 9.0, driver 580.95.05, 140 GiB");
    }

    @ParameterizedTest
    @CsvSource({
        "'0,1', '0 1'",
        "'1,0', '1 0'",
        "1, 1",
        "GPU-bb, 1",
        "'', ''",
        "-1, ''",
        "'1,7,0', 1",
        "MIG-GPU-aa11/1/0, '0 1'",
    })
    void those_are_visible_that_the_environment_names_in_its_order(String named, String indices) {
        List<Gpu> visible = Gpus.visible(List.of(A100, H200), Map.of("CUDA_VISIBLE_DEVICES", named));

        assertThat(visible.stream().map(gpu -> Integer.toString(gpu.index())))
                .containsExactlyElementsOf(indices.isEmpty() ? List.of() : List.of(indices.split(" ")));
    }

    @Test
    void all_are_visible_unless_the_environment_says_which() {
        assertThat(Gpus.visible(List.of(A100, H200), Map.of())).containsExactly(A100, H200);
    }

    private static Gpu gpu(int index, String uuid, String name, ComputeCapability capability, long memory) {
        return new Gpu(index, uuid, name, capability, "580.95.05", memory);
    }

    private String program(String script) throws Exception {
        Path program = folder.resolve("nvidia-smi");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program.toString();
    }
}
