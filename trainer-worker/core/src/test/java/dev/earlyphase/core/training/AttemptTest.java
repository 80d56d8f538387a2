package dev.earlyphase.core.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.data.ImageSet;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Relu;
import dev.earlyphase.core.reference.ReferenceEngine;
import dev.earlyphase.core.task.Lesson;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.GlobalMagnitude;

import static dev.earlyphase.core.training.SmallTrials.DATA;
import static dev.earlyphase.core.training.SmallTrials.NETWORK;
import static dev.earlyphase.core.training.SmallTrials.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class AttemptTest {
    private static final StopSignal NEVER = () -> false;

    /** Notes everything it is told. */
    private static final class Notebook implements TrainingListener {
        final List<Snapshot> snapshots = new ArrayList<>();
        final List<Step> steps = new ArrayList<>();
        Outcome outcome;

        @Override
        public void reached(int iteration, Session session) {
            snapshots.add(Snapshot.of(session, iteration, true));
        }

        @Override
        public void stepped(Step step, Session session) {
            steps.add(step);
        }

        @Override
        public void ended(Outcome outcome, Session session) {
            this.outcome = outcome;
        }

        Snapshot at(int iteration) {
            return snapshots.stream()
                    .filter(snapshot -> snapshot.iteration() == iteration)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Property(tries = 15)
    void a_run_that_resumes_anywhere_ends_in_the_same_bits(@ForAll @IntRange(min = 1, max = 11) int iteration) {
        TrialSpec spec = spec(12);
        Notebook whole = run(spec, initial(spec));

        Notebook rest = run(spec, whole.at(iteration));

        assertThat(rest.at(12)).isEqualTo(whole.at(12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void the_number_of_threads_that_prepare_batches_does_not_change_a_bit(int threads) {
        TrialSpec spec = spec(12);
        Notebook notes = new Notebook();

        attempt(spec, initial(spec)).run(new ReferenceEngine(), List.of(notes), NEVER, threads);

        assertThat(notes.at(12)).isEqualTo(run(spec, initial(spec)).at(12));
    }

    @Test
    void training_learns() {
        TrialSpec spec = spec(60);

        Notebook notes = run(spec, initial(spec));

        assertThat(notes.steps.getFirst().loss()).isGreaterThan(1.5);
        assertThat(notes.outcome)
                .isEqualTo(new Outcome.Completed(60, notes.steps.getLast().loss()));
        assertThat(notes.steps.getLast().loss()).isLessThan(0.5);
    }

    @Test
    void listeners_see_every_state_and_every_step_with_its_learning_rate() {
        TrialSpec spec = spec(5);

        Notebook notes = run(spec, initial(spec));

        assertThat(notes.snapshots).extracting(Snapshot::iteration).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(notes.steps).extracting(Step::iteration).containsExactly(0, 1, 2, 3, 4);
        assertThat(notes.steps.get(3).learningRate()).isEqualTo(0.02);
        assertThat(notes.steps.get(4).learningRate()).isCloseTo(0.002, within(1e-15));
    }

    @Test
    void pruned_weights_are_exactly_zero_after_every_step() {
        TrialSpec spec = spec(6);
        Snapshot start = initial(spec);
        Tensors prunable = Tensors.of(NETWORK.prunable().stream()
                .map(parameter -> start.state().get(parameter.name()))
                .toList());
        Mask mask =
                new GlobalMagnitude(0.5).prune(prunable, Mask.dense(prunable)).mask();
        Notebook notes = new Notebook();

        new Attempt(spec, NETWORK, DATA, Optional.of(mask), start).run(new ReferenceEngine(), List.of(notes), NEVER);

        assertThat(notes.snapshots).allSatisfy(snapshot -> {
            assertThat(mask.apply(snapshot.state())).isEqualTo(snapshot.state());
            assertThat(mask.apply(snapshot.momentum())).isEqualTo(snapshot.momentum());
        });
        assertThat(notes.at(6).state()).isNotEqualTo(notes.at(0).state());
    }

    @Test
    void a_loss_that_is_not_finite_ends_the_run_as_diverged() {
        TrialSpec spec = spec(50, 1e30, 0.9, new Start.Initialisation());

        Notebook notes = run(spec, initial(spec));

        assertThat(notes.outcome).isInstanceOf(Outcome.Diverged.class);
        assertThat(notes.steps.getLast().loss()).isNotFinite();
        assertThat(notes.outcome.iteration()).isEqualTo(notes.steps.getLast().iteration());
    }

    @Test
    void a_run_that_is_stopped_can_go_on_from_where_it_stopped() {
        TrialSpec spec = spec(8);
        Notebook notes = new Notebook();
        StopSignal afterThree = () -> notes.steps.size() == 3;

        Outcome outcome = attempt(spec, initial(spec)).run(new ReferenceEngine(), List.of(notes), afterThree);

        assertThat(outcome).isEqualTo(new Outcome.Stopped(3));
        assertThat(notes.outcome).isEqualTo(outcome);
        assertThat(run(spec, notes.at(3)).at(8))
                .isEqualTo(run(spec, initial(spec)).at(8));
    }

    @Test
    void an_attempt_from_the_end_has_nothing_left_to_do() {
        TrialSpec spec = spec(4);
        Snapshot end = run(spec, initial(spec)).at(4);

        Notebook notes = run(spec, end);

        assertThat(notes.steps).isEmpty();
        assertThat(notes.outcome).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void the_schedule_resumes_at_a_rewinding_point_unless_it_is_to_restart() {
        Snapshot start = new Snapshot(6, initial(spec(8)).state(), Tensors.of());

        assertThat(run(rewound(Start.Schedule.RESUMED), start).steps)
                .extracting(Step::learningRate)
                .satisfies(rates -> assertThat(rates.getFirst()).isEqualTo(0.1))
                .satisfies(rates -> assertThat(rates.getLast()).isCloseTo(0.01, within(1e-15)));
        assertThat(run(rewound(Start.Schedule.RESTARTED), start).steps)
                .extracting(Step::learningRate)
                .containsOnly(0.1);
    }

    @Test
    void the_schedule_goes_on_where_pre_training_counts_and_begins_at_0_where_not() {
        Snapshot continued = new Snapshot(6, initial(spec(8)).state(), Tensors.of());

        assertThat(run(pretrained(Start.Counting.CONTINUED), continued).steps)
                .extracting(Step::iteration)
                .containsExactly(6, 7);
        assertThat(run(pretrained(Start.Counting.CONTINUED), continued)
                        .steps
                        .getLast()
                        .learningRate())
                .isCloseTo(0.01, within(1e-15));
        assertThat(run(pretrained(Start.Counting.ANEW), initial(spec(8))).steps).hasSize(8);
    }

    @Test
    void another_order_seed_changes_the_order_and_nothing_but_the_order() {
        TrialSpec spec = spec(SmallTrials.ITERATIONS_PER_EPOCH);
        TrialSpec child = ordered(spec, 99);

        Notebook notes = run(child, initial(child));

        assertThat(notes.at(0)).isEqualTo(run(spec, initial(spec)).at(0));
        assertThat(notes.at(1)).isNotEqualTo(run(spec, initial(spec)).at(1));
    }

    @Test
    void rotated_images_are_told_apart_by_a_network_of_four_classes() {
        TrialSpec plain = spec(60);
        TrialSpec spec = new TrialSpec(
                plain.network(),
                plain.dataset(),
                plain.seed(),
                plain.training(),
                null,
                null,
                null,
                null,
                new Task("rotation", null, Task.Labels.PER_EPOCH),
                null);
        Network four = new Network(
                "four",
                NETWORK.input(),
                4,
                List.of(new Flatten(), new Linear("fc_layers.0", 784, 16), new Relu(), new Linear("fc", 16, 4)));
        Notebook notes = new Notebook();

        new Attempt(spec, four, DATA, Optional.empty(), Snapshot.initial(spec, four))
                .run(new ReferenceEngine(), List.of(notes), NEVER);

        assertThat(notes.steps.getLast().loss()).isLessThan(0.7 * Math.log(4));
    }

    @Test
    void a_state_from_before_the_rewinding_point_is_refused() {
        Snapshot tooEarly = new Snapshot(5, initial(spec(8)).state(), Tensors.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> attempt(rewound(Start.Schedule.RESUMED), tooEarly))
                .withMessageContaining("from iteration 6 to 8 cannot go on from 5");
    }

    @Test
    void a_data_set_of_other_classes_than_the_network_ends_in_is_refused() {
        ImageSet more = new ImageSet(NETWORK.input(), 11, new byte[784], new byte[1]);

        assertThatThrownBy(() -> attempt(more))
                .isInstanceOf(Invalid.class)
                .hasMessage("dataset: got other: 11 classes of 1×28×28 images;"
                        + " allowed: what small was built for: 10 classes of 1×28×28 images");
    }

    @Test
    void a_data_set_of_images_of_another_shape_is_refused() {
        ImageSet colour = new ImageSet(new ImageShape(3, 32, 32), 10, new byte[3_072], new byte[1]);

        assertThatThrownBy(() -> attempt(colour))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("10 classes of 3×32×32 images");
    }

    @Test
    void batches_hold_every_example_of_the_limited_set_once_an_epoch() {
        TrialSpec spec = spec(SmallTrials.ITERATIONS_PER_EPOCH);
        TrainingBatches batches = new TrainingBatches(Lesson.of(spec, DATA), spec.seed(), 16, false);
        var buffer = batches.buffer();

        int[] sizes = IntStream.range(0, SmallTrials.ITERATIONS_PER_EPOCH)
                .map(iteration -> batches.at(iteration, buffer).size())
                .toArray();

        assertThat(sizes).containsExactly(16, 16, 16, 2);
    }

    private static TrialSpec rewound(Start.Schedule schedule) {
        var start = new Start.Rewound(new TrialId("0".repeat(64)), Moment.ofIterations(6), null, null, schedule);
        return spec(8, 0.1, 0.9, start);
    }

    private static TrialSpec pretrained(Start.Counting counting) {
        var start = new Start.Pretrained(new TrialId("0".repeat(64)), Moment.ofIterations(6), null, counting);
        return spec(8, 0.1, 0.9, start);
    }

    private static TrialSpec ordered(TrialSpec spec, long orderSeed) {
        return new TrialSpec(
                spec.network(), spec.dataset(), spec.seed(), spec.training(), null, null, null, null, null, orderSeed);
    }

    private static Snapshot initial(TrialSpec spec) {
        return Snapshot.initial(spec, NETWORK);
    }

    private static Attempt attempt(TrialSpec spec, Snapshot from) {
        return new Attempt(spec, NETWORK, DATA, Optional.empty(), from);
    }

    private static Attempt attempt(ImageSet images) {
        TrialSpec spec = spec(8);
        DataSet other = new DataSet("other", images, images, DATA.normalisation());
        return new Attempt(spec, NETWORK, Lesson.of(other), Optional.empty(), initial(spec));
    }

    private static Notebook run(TrialSpec spec, Snapshot from) {
        Notebook notes = new Notebook();
        attempt(spec, from).run(new ReferenceEngine(), List.of(notes), NEVER);
        return notes;
    }
}
