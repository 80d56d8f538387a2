package dev.earlyphase.engine.dl4j;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.core.contract.Sample;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Networks;

import static org.assertj.core.api.Assertions.assertThat;

class NetworksTest {
    @ParameterizedTest
    @EnumSource
    void every_network_on_offer_steps_and_is_scored(NetworkName name) {
        Network network = Networks.build(name, DataSetName.CIFAR_10);
        Batch batch = Sample.batch(network, 2);
        try (var engine = Dl4jEngine.create();
                var session = engine.open(network, 2)) {
            session.restore(Sample.state(network));

            double loss = session.step(batch, new Update(1e-5, 0.9, 1e-4));

            assertThat(loss).isFinite();
            assertThat(session.evaluate(batch).loss()).isFinite();
        }
    }
}
