package dev.earlyphase.contracts.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.earlyphase.contracts.Json;
import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.study.TrainingOptions;

import static dev.earlyphase.contracts.trial.Specs.DENSE;
import static dev.earlyphase.contracts.trial.Specs.PRUNED;
import static dev.earlyphase.contracts.trial.Specs.RESIDUAL;
import static dev.earlyphase.contracts.trial.Specs.lenet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrialSpecTest {
    /** Pins identities: were one of these to change, every stored trial would be trained again. */
    @Test
    void ids_stay_what_they_were() throws IOException {
        var now = new StringBuilder();
        for (TrialSpec spec : Specs.ALL) {
            now.append(spec.id()).append(' ').append(CanonicalSpec.text(spec)).append('\n');
        }

        assertThat(now).hasToString(golden("trial-ids.txt"));
    }

    @Test
    void defaults_are_left_out_of_the_canonical_form() {
        assertThat(CanonicalSpec.text(RESIDUAL))
                .isEqualTo("{\"dataset\":\"cifar-10\",\"network\":\"resnet-20\",\"seed\":1,"
                        + "\"training\":{\"end\":\"62560it\",\"milestones\":[\"31280it\",\"46920it\"]}}");
    }

    @Test
    void the_same_moment_written_in_epochs_is_the_same_trial() {
        assertThat(lenet(1, "4ep").id()).isEqualTo(lenet(1, "1876it").id());
    }

    @Test
    void another_seed_is_another_trial() {
        assertThat(lenet(2, "4ep").id()).isNotEqualTo(DENSE.id());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void json_carries_a_spec_whole(TrialSpec spec) throws JsonProcessingException {
        String json = Json.MAPPER.writeValueAsString(spec);

        assertThat(Json.MAPPER.readValue(json, TrialSpec.class)).isEqualTo(spec);
    }

    @Test
    void its_parents_are_the_trial_it_rewinds_to_and_the_one_it_is_pruned_by() {
        assertThat(PRUNED.parents()).containsExactly(DENSE.id());
        assertThat(DENSE.parents()).isEmpty();
    }

    @Test
    void a_rewinding_point_at_or_after_the_end_is_refused() {
        var atEnd = new Start.Rewound(DENSE.id(), Moment.parse("4ep"), null, null, null);

        assertThatThrownBy(
                        () -> new TrialSpec(DENSE.network(), DENSE.dataset(), 1, DENSE.training(), null, atEnd, null))
                .isInstanceOf(Invalid.class)
                .hasMessage("start.moment: got 1876it; allowed: a moment from 0it to before the end, 1876it");
    }

    @Test
    void images_that_the_network_does_not_take_are_refused_with_those_it_takes() {
        Training training = TrainingOptions.DEFAULT.resolve(NetworkName.VGG_13, DataSetName.MNIST);

        assertThatThrownBy(() -> new TrialSpec(NetworkName.VGG_13, DataSetName.MNIST, 1, training, null, null, null))
                .isInstanceOf(Invalid.class)
                .hasMessage("dataset: got mnist; allowed: one of cifar-10: vgg-13 needs images of at least 1×32×32"
                        + " (channels × height × width)");
    }

    static Stream<TrialSpec> specs() {
        return Specs.ALL.stream();
    }

    private static String golden(String name) throws IOException {
        try (var in = TrialSpecTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
