package dev.earlyphase.core.checkpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.reference.ReferenceEngine;
import dev.earlyphase.core.training.Attempt;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.core.training.Step;
import dev.earlyphase.core.training.StopSignal;
import dev.earlyphase.core.training.TrainingListener;

import static dev.earlyphase.core.training.SmallTrials.DATA;
import static dev.earlyphase.core.training.SmallTrials.NETWORK;
import static dev.earlyphase.core.training.SmallTrials.spec;
import static org.assertj.core.api.Assertions.assertThat;

class CheckpointsTest {
    private static final StopSignal NEVER = () -> false;

    private final List<Snapshot> kept = new ArrayList<>();
    private final List<Purpose> purposes = new ArrayList<>();
    private final CheckpointSink sink = (purpose, snapshot) -> {
        purposes.add(purpose);
        kept.add(snapshot);
    };
    private final AtomicLong seconds = new AtomicLong();

    /** Every step takes a second. */
    private final TrainingListener clockwork = new TrainingListener() {
        @Override
        public void stepped(Step step, Session session) {
            seconds.incrementAndGet();
        }
    };

    @Test
    void begin_end_and_the_iterations_asked_for_are_kept() {
        TrialSpec spec = spec(9);

        run(spec, NEVER, new ObservedCheckpoints(spec, List.of(2, 5), sink));

        assertThat(kept).extracting(Snapshot::iteration).containsExactly(0, 2, 5, 9);
        assertThat(purposes).containsOnly(Purpose.OBSERVED);
        assertThat(kept.getFirst().state())
                .isEqualTo(Snapshot.initial(spec, NETWORK).state());
        assertThat(kept.getLast().momentum().names())
                .containsExactly("fc_layers.0.weight", "fc_layers.0.bias", "fc.weight", "fc.bias");
    }

    @Test
    void a_recipe_without_momentum_keeps_none() {
        TrialSpec spec = spec(3, 0.1, 0, new Start.Initialisation());

        run(spec, NEVER, new ObservedCheckpoints(spec, List.of(), sink));

        assertThat(kept.getLast().momentum().size()).isZero();
    }

    @Test
    void recovery_checkpoints_follow_the_clock() {
        TrialSpec spec = spec(10);

        run(spec, NEVER, recovery(spec, Duration.ofSeconds(4)));

        assertThat(kept).extracting(Snapshot::iteration).containsExactly(4, 8);
        assertThat(purposes).containsOnly(Purpose.RECOVERY);
    }

    @Test
    void a_run_that_is_stopped_is_kept_where_it_stopped() {
        TrialSpec spec = spec(10);

        run(spec, () -> seconds.get() == 3, recovery(spec, Duration.ofHours(1)));

        assertThat(kept).extracting(Snapshot::iteration).containsExactly(3);
    }

    private RecoveryCheckpoints recovery(TrialSpec spec, Duration every) {
        return new RecoveryCheckpoints(
                spec, every, () -> Duration.ofSeconds(seconds.get()).toNanos(), sink);
    }

    private void run(TrialSpec spec, StopSignal stop, TrainingListener listener) {
        new Attempt(spec, NETWORK, DATA, Optional.empty(), Snapshot.initial(spec, NETWORK))
                .run(new ReferenceEngine(), List.of(clockwork, listener), stop);
    }
}
