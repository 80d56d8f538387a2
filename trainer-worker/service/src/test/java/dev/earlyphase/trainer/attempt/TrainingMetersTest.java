package dev.earlyphase.trainer.attempt;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.catalog.NetworkName;

import static org.assertj.core.api.Assertions.assertThat;

class TrainingMetersTest {
    private static final int BATCH = 32;

    @Test
    void a_run_counts_its_iterations_its_images_and_what_it_keeps() {
        var bench = new Bench();

        bench.run(Bench.claim(Bench.dense(NetworkName.LENET_300_100, 0.1, 0.9), 1));

        assertThat(bench.registry.get("earlyphase.iterations").counter().count())
                .isEqualTo(Bench.END);
        assertThat(bench.registry.get("earlyphase.images").counter().count()).isEqualTo(Bench.END * BATCH);
        assertThat(bench.registry.get("earlyphase.checkpoint.bytes").counter().count())
                .isEqualTo(bench.store.bytes());
        assertThat(bench.registry.get("earlyphase.checkpoint").timer().count()).isEqualTo(bench.store.objects());
    }
}
