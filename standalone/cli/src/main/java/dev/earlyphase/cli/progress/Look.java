package dev.earlyphase.cli.progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;

/**
 * A study as it stands, with what is worth seeing of its trials.
 *
 * @param running those that train now, as far as they were asked for
 * @param last the trial that completed last, as far as that is known
 */
record Look(StudyView study, List<TrialView> running, Optional<Ended> last) {
    Look {
        running = List.copyOf(running);
    }

    /**
     * A completed trial.
     *
     * @param accuracy on the test images, 0 to 1
     */
    record Ended(String trial, double accuracy, Instant at) {}
}
