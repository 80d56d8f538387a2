package dev.earlyphase.cli.study;

import java.util.List;

import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.Storage;

/** What a study holds, and what deleting it frees. */
final class StorageLines {
    private StorageLines() {}

    static List<String> of(Storage storage) {
        return List.of(
                "Study " + storage.study(),
                "  holds  " + sum(storage.trials(), storage.objects(), storage.bytes()),
                "  frees  " + sum(storage.ownTrials(), storage.ownObjects(), storage.ownBytes())
                        + ": what no other study has");
    }

    private static String sum(int trials, long objects, long bytes) {
        return "%s, %s (checkpoints, momenta, masks), %s"
                .formatted(Words.count(trials, "trial"), Words.count(objects, "object"), Words.bytes(bytes));
    }
}
