package dev.earlyphase.orchestrator.recipe;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.contracts.trial.LogSpaced;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Probe;
import dev.earlyphase.orchestrator.support.Requests;

import static org.assertj.core.api.Assertions.assertThat;

class ObservationPlanTest {
    private static final int PER_EPOCH = 469;
    private static final int END = 40 * PER_EPOCH;

    @Test
    void the_test_set_is_scored_each_epoch_and_on_a_logarithmic_axis() {
        Observations usual = observations("dense", "");

        assertThat(usual.evaluateEvery()).isEqualTo(PER_EPOCH);
        assertThat(usual.evaluateLogSpaced()).isTrue();
        assertThat(usual.checkpoints()).isEmpty();
        assertThat(usual.probes()).isEmpty();
    }

    @Test
    void a_cadence_that_is_given_takes_the_place_of_both() {
        Observations asked = observations("dense", "'observe': {'evaluateEvery': '50it'}");

        assertThat(asked.evaluateEvery()).isEqualTo(50);
        assertThat(asked.evaluateLogSpaced()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"telemetry", "mask-convergence"})
    void what_is_drawn_from_snapshots_keeps_those_of_a_logarithmic_axis(String recipe) {
        assertThat(observations(recipe, "").checkpoints())
                .containsExactlyElementsOf(
                        LogSpaced.upTo(END - 1).filter(i -> i > 0).boxed().toList());
        assertThat(observations(recipe, "'observe': {'logSpacedCheckpoints': false}")
                        .checkpoints())
                .isEmpty();
    }

    @Test
    void the_axis_of_a_run_as_long_as_there_are_whole_numbers_comes_to_an_end() {
        Probe probe = observations("hessian", "'training': {'end': '35791ep', 'batchSize': 1}")
                .probes()
                .getFirst();

        assertThat(probe.iterations()).isSorted().endsWith(1_000_000_000, 2_147_460_000);
    }

    @ParameterizedTest
    @CsvSource({"hessian, hessian", "noise-scale, noise-scale"})
    void a_recipe_probes_three_times_a_decade_at_0it_and_at_the_end(String recipe, String kind) {
        Probe probe =
                observations(recipe, "'training': {'end': '150it'}").probes().getFirst();

        assertThat(probe.kind()).isEqualTo(kind);
        assertThat(probe.iterations()).containsExactly(0, 1, 2, 5, 10, 22, 46, 100, 150);
    }

    @Test
    void probes_that_are_given_replace_those_of_the_recipe() {
        Observations asked =
                observations("hessian", "'observe': {'probes': [{'kind': 'fisher', 'moments': ['1ep', '0it']}]}");

        assertThat(asked.probes()).containsExactly(new Probe("fisher", List.of(0, PER_EPOCH), null));
    }

    @Test
    void telemetry_and_probes_lie_inside_the_trial() {
        List<PlannedTrial> trials = Expansion.of(
                Requests.of(
                        "imp-rewinding",
                        "1",
                        "'levels': 1, 'rewind': ['500it'], 'training': {'end': '3ep'}, 'observe': {'telemetryUntil':"
                                + " '9ep', 'probes': [{'kind': 'fisher', 'moments': ['10it', '500it', '3ep']}]}"),
                10);

        assertThat(trials.get(0).observations().telemetryUntil()).isEqualTo(3 * PER_EPOCH);
        assertThat(trials.get(1).observations().probes())
                .containsExactly(new Probe("fisher", List.of(500, 3 * PER_EPOCH), null));
    }

    private static Observations observations(String recipe, String further) {
        return Expansion.of(Requests.of(recipe, "1", further), 10).getFirst().observations();
    }
}
