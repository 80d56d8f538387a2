package dev.earlyphase.orchestrator.recipe;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.TooLarge;
import dev.earlyphase.contracts.error.FieldError;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.support.Requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ExpansionTest {
    /** Every recipe, with seeds in every order, several levels and several moments. */
    static Stream<StudyRequest> requests() {
        return Stream.of("1", "2, 1", "5, -3, 4")
                .flatMap(seeds -> Stream.of(0, 1, 3).flatMap(levels -> {
                    String some = "'levels': " + Math.max(1, levels);
                    String rewind = levels == 1 ? "'rewind': ['2ep', '0it']" : "'rewind': ['500it', '7it']";
                    String epochs = "'epochs': ['2ep', '3it']";
                    return Stream.of(
                            Requests.of("dense", seeds, ""),
                            Requests.of("telemetry", seeds, ""),
                            Requests.of("imp-rewinding", seeds, "'levels': " + levels + ", " + rewind),
                            Requests.of("noise", seeds, some + ", " + rewind),
                            Requests.of("perturbations", seeds, some + ", 'perturbedLevels': [0, 1], " + rewind),
                            Requests.of("pretraining", seeds, "'levels': " + levels + ", " + epochs + ", " + rewind),
                            Requests.of("sparse-pretraining", seeds, some + ", " + epochs + ", " + rewind),
                            Requests.of("linear-connectivity", seeds, "'orders': " + (2 + levels) + ", " + rewind),
                            Requests.of("critical-period", seeds, "'from': '" + levels + "ep'"),
                            Requests.of("pruning-at-initialisation", seeds, "'levels': " + levels + ", " + rewind));
                }));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void every_parent_stands_before_its_children_and_no_trial_stands_twice(StudyRequest request) {
        Set<TrialId> before = new HashSet<>();

        for (PlannedTrial trial : Expansion.of(request, 20_000)) {
            assertThat(before).containsAll(trial.spec().parents());
            assertThat(before.add(trial.id())).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void trials_are_ordered_by_level_and_seed(StudyRequest request) {
        List<PlannedTrial> trials = Expansion.of(request, 20_000);

        List<Long> seeds = request.seeds();
        assertThat(trials)
                .extracting(trial -> trial.role().level() * seeds.size()
                        + seeds.indexOf(trial.role().seed()))
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatever_a_trial_needs_is_kept_by_its_parent(StudyRequest request) {
        List<PlannedTrial> trials = Expansion.of(request, 20_000);

        for (PlannedTrial child : trials) {
            assertThat(child.dependencies()).allSatisfy(need -> assertThat(trials)
                    .filteredOn(trial -> trial.id().equals(need.parent()))
                    .singleElement()
                    .satisfies(parent -> assertThat(parent.checkpoints()).contains(need.iteration())));
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void the_number_of_trials_is_known_before_any_is_made(StudyRequest request) {
        int trials = Expansion.of(request, 20_000).size();

        assertThatThrownBy(() -> Expansion.of(request, trials - 1))
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining(trials + " trials");
    }

    @Test
    void figures_4_5_and_6_grow_from_one_trunk() {
        Set<TrialId> figure4 = ids("signs-and-magnitudes");
        Set<TrialId> figure5 = ids("shuffles");
        Set<TrialId> figure6 = ids("noise");

        // A dense run, and chains rewound to 0it, 500it and 2000it.
        int trunk = 1 + 3 * 2;
        assertThat(figure4).hasSize(trunk + 2 * 2 * 3);
        assertThat(figure5)
                .hasSize(trunk + 2 * 2 * 6)
                .filteredOn(figure4::contains)
                .hasSize(trunk);
        assertThat(figure6)
                .hasSize(trunk + 2 * 2 * 4)
                .filteredOn(id -> figure4.contains(id) && figure5.contains(id))
                .hasSize(trunk);
    }

    @Test
    void figure_7_is_all_of_figures_4_to_6() {
        Set<TrialId> all = new HashSet<>(ids("signs-and-magnitudes"));
        all.addAll(ids("shuffles"));
        all.addAll(ids("noise"));

        assertThat(ids("perturbations")).isEqualTo(all);
    }

    @Test
    void other_recipes_share_the_trunk_too() {
        String rewind = "'levels': 2, 'rewind': ['0it', '500it']";
        Set<TrialId> figure1 = ids(Requests.of("imp-rewinding", "1", rewind));

        assertThat(ids(Requests.of("pretraining", "1", rewind))).containsAll(figure1);
        assertThat(ids(Requests.of("sparse-pretraining", "1", rewind))).containsAll(figure1);
        assertThat(ids(Requests.of("pruning-at-initialisation", "1", rewind))).containsAll(figure1);
        assertThat(ids(Requests.of("noise", "1", rewind))).containsAll(figure1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            noise              | 'levels': 1, 'variants': ['blur']              | variants[0]           | blur         | one of magnitudes-of-initialisation, magnitudes-redrawn
            noise              | 'levels': 1, 'variants': ['noise']             | variants[0]           | noise        | noise:0.5
            noise              | 'levels': 1, 'variants': ['noise:0']           | variants[0]           | noise        | a scale above 0
            noise              | 'levels': 1, 'variants': ['shuffle-layer:2']   | variants[0]           | shuffle-layer:2 | without a scale
            noise              | 'levels': 1, 'rewind': ['1it', '40ep']         | rewind[1]             | 40ep         | before the end
            noise              | 'levels': 1, 'rewind': ['1ep', '469it']        | rewind[1]             | 469it        | in other words
            pretraining        | 'levels': 1, 'tasks': [{'kind': 'invert'}]     | tasks[0].kind         | invert       | one of random-labels, rotation, blur, blur-rotation
            pretraining        | 'levels': 1, 'tasks': [{'kind': 'blur', 'fraction': 0.5}] | tasks[0].fraction | 0.5     | blur takes all images
            pretraining        | 'levels': 1, 'tasks': [{'kind': 'blur', 'labels': 'per-epoch'}] | tasks[0].labels | per-epoch | nothing is drawn for blur
            hessian            | 'observe': {'probes': [{'kind': 'hessian', 'options': {'colour': 3}}]} | observe.probes[0].options | colour | one of
            pretraining        | 'levels': 1, 'epochs': ['0ep']                 | epochs[0]             | 0it          | after 0it
            pretraining        | 'levels': 1, 'epochs': ['1ep', '469it']        | epochs[1]             | 469it        | in other words
            pretraining        | 'levels': 1, 'epochs': ['40ep'], 'counting': 'continued' | epochs[0]   | 40ep         | before the end
            pretraining        | 'levels': 1, 'training': {'warmup': '3ep'}     | epochs[0]             | 2ep          | the end of the warm-up
            sparse-pretraining | 'levels': 0                                    | levels                | 0            | at least 1
            sparse-pretraining | 'levels': 1, 'maskRewind': '40ep'              | maskRewind            | 40ep         | before the end
            critical-period    | 'deficit': {'kind': 'rotation'}                | deficit.kind          | rotation     | the classes of the data set
            critical-period    | 'from': '40ep'                                 | from                  | 40ep         | before the end
            critical-period    | 'from': '2ep', 'until': ['2ep']                | until[0]              | 2ep          | after 2ep
            critical-period    | 'until': ['3ep', '41ep']                       | until[1]              | 41ep         | not after the end
            pruning-at-initialisation | 'rules': ['snip', 'magnitude']          | rules[1]              | magnitude    | one of random, snip, grasp, synflow
            linear-connectivity | 'rewind': ['40ep']                            | rewind[0]             | 40ep         | before the end
            hessian            | 'observe': {'probes': [{'kind': 'ntk'}]}       | observe.probes[0].kind | ntk         | one of hessian, noise-scale, fisher
            hessian            | 'observe': {'probes': [{'kind': 'hessian', 'moments': ['41ep']}]} | observe.probes[0].moments[0] | 41ep | to the end
            """)
    void a_fault_names_its_field_its_value_and_what_is_allowed(
            String recipe, String further, String field, String value, String allowed) {
        StudyRequest request = Requests.of(recipe, further);

        Invalid invalid = catchThrowableOfType(Invalid.class, () -> Expansion.of(request, 20_000));

        assertThat(invalid).as(further).isNotNull();
        FieldError fault = invalid.fields().getFirst();
        assertThat(fault.field()).isEqualTo(field);
        assertThat(fault.value()).isEqualTo(value);
        assertThat(fault.allowed()).contains(allowed);
    }

    private static Set<TrialId> ids(String recipe) {
        return ids(Requests.of(recipe, "1", "'levels': 2"));
    }

    private static Set<TrialId> ids(StudyRequest request) {
        Set<TrialId> ids = new HashSet<>();
        Expansion.of(request, 20_000).forEach(trial -> ids.add(trial.id()));
        return ids;
    }
}
