package dev.earlyphase.cli.progress;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.study.TrialView;

/** What a trial is called in its study: level 2, seed 1, 200it. */
public final class TrialName {
    private TrialName() {}

    /** By its id where it was read by itself, outside of any study. */
    public static String of(TrialView trial) {
        TrialRole role = trial.role();
        if (role == null) {
            return "trial " + trial.id().brief();
        }
        return Stream.of("level " + role.level(), "seed " + role.seed(), role.rewind(), role.family(), role.variant())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
