package dev.earlyphase.trainer.bench;

import java.nio.file.Path;
import java.util.Optional;

import dev.earlyphase.core.data.DataSets;

/** The data sets where the worker finds them, without its configuration. */
final class Data {
    private static final String CACHE = ".earlyphase/cache";

    private Data() {}

    static DataSets ofEnvironment() {
        Optional<Path> folder =
                Optional.ofNullable(System.getenv("EARLYPHASE_DATA")).map(Path::of);
        Path cache =
                Path.of(Optional.ofNullable(System.getenv("EARLYPHASE_CACHE")).orElse(CACHE));
        return new DataSets(folder, cache, (what, done, total) -> {});
    }
}
