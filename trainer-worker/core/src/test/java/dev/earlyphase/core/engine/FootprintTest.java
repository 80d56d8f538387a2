package dev.earlyphase.core.engine;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.core.contract.Sample;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class FootprintTest {
    private static final double MEBI = 1 << 20;

    @Test
    void every_output_counts_those_inside_residuals_too() {
        Network network = Networks.build(NetworkName.RESNET_20, DataSetName.CIFAR_10);

        assertThat(Footprint.bytes(network, 128)).isCloseTo(333 * MEBI, within(17 * MEBI));
    }

    @Test
    void a_batch_too_large_for_the_machine_is_refused_before_it_takes_memory() {
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> Footprint.check(Sample.residual(), Integer.MAX_VALUE, 1))
                .withMessageContaining("residual takes about")
                .withMessageContaining("for a batch of 2147483647 examples");
    }
}
