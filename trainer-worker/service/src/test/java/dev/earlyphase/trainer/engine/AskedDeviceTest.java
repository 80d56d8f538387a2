package dev.earlyphase.trainer.engine;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AskedDeviceTest {
    @Test
    void auto_takes_the_processor_as_well() {
        assertThat(AskedDevice.named("auto").obstacle("cpu", false, List.of())).isEmpty();
    }

    @Test
    void a_gpu_that_is_asked_for_and_found_is_no_obstacle() {
        assertThat(AskedDevice.named("gpu").obstacle("cuda:0 NVIDIA A100", true, List.of()))
                .isEmpty();
    }

    @Test
    void a_gpu_that_is_asked_for_and_missing_is_told_with_what_was_found() {
        assertThat(AskedDevice.named("gpu").obstacle("cpu", false, List.of()))
                .hasValue(
                        "The trainer-worker does not start: EARLYPHASE_DEVICE is gpu, but the engine computes on cpu; "
                                + "nvidia-smi shows no GPU that this process may use; this build has no libraries for GPUs");
    }

    @Test
    void another_device_is_refused_by_name() {
        assertThatThrownBy(() -> AskedDevice.named("tpu"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("earlyphase.device")
                .hasMessageContaining("tpu")
                .hasMessageContaining("auto or gpu");
    }
}
