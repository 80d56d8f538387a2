package dev.earlyphase.cli.stack;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.exit.Failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkerDevicesTest {
    private static final List<String> TWO = List.of("0", "1");

    @Test
    void the_gpus_go_to_the_workers_in_turn() {
        var devices = new WorkerDevices(new Device.Auto(), TWO);

        assertThat(IntStream.range(0, 5)
                        .mapToObj(worker -> devices.environment(worker).get("CUDA_VISIBLE_DEVICES")))
                .containsExactly("0", "1", "0", "1", "0");
    }

    @Test
    void they_are_numbered_as_nvidia_smi_numbers_them() {
        assertThat(new WorkerDevices(new Device.Auto(), TWO).environment(0))
                .containsEntry("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
    }

    @Test
    void without_gpus_nothing_is_said_of_them() {
        assertThat(new WorkerDevices(new Device.Auto(), List.of()).environment(0))
                .isEmpty();
    }

    @Test
    void on_the_processor_no_worker_sees_a_gpu() {
        assertThat(new WorkerDevices(new Device.Cpu(), TWO).environment(1)).containsEntry("CUDA_VISIBLE_DEVICES", "-1");
    }

    @Test
    void all_workers_share_the_gpu_that_was_asked_for() {
        var devices = new WorkerDevices(new Device.Cuda(1), TWO);

        assertThat(devices.environment(0)).isEqualTo(devices.environment(1)).containsEntry("CUDA_VISIBLE_DEVICES", "1");
    }

    @Test
    void a_gpu_that_is_not_here_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> new WorkerDevices(new Device.Cuda(7), TWO))
                .isInstanceOf(Failure.class)
                .hasMessage("--device: got cuda:7; allowed: auto, cpu, cuda:N with N of 0, 1");
    }

    @Test
    void a_gpu_is_refused_where_none_can_be_used() {
        assertThatThrownBy(() -> new WorkerDevices(new Device.Cuda(0), List.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no GPU is here, or the build is not for GPUs");
    }
}
