package dev.earlyphase.trainer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.trainer.engine.EngineChoice;

/** Says whether this machine can train: which engine loads, how it computes, and which data sets are at hand. */
public final class Doctor {
    private Doctor() {}

    /** Exit code 0 when an engine loads, 1 when none does. */
    public static void main(String... arguments) {
        boolean well = engine();
        data();
        System.exit(well ? 0 : 1);
    }

    private static boolean engine() {
        String asked = Optional.ofNullable(System.getenv("EARLYPHASE_ENGINE")).orElse("auto");
        try (Engine engine = EngineChoice.open(asked)) {
            System.out.println("engine        " + EngineChoice.line(engine.description()));
            return true;
        } catch (RuntimeException | LinkageError e) {
            System.out.println("engine        none loads: " + e);
            return false;
        }
    }

    private static void data() {
        Optional<Path> folder =
                Optional.ofNullable(System.getenv("EARLYPHASE_DATA")).map(Path::of);
        Path cache =
                Path.of(Optional.ofNullable(System.getenv("EARLYPHASE_CACHE")).orElse(".earlyphase/cache"));
        for (DataSetName name : DataSetName.values()) {
            System.out.printf("%-13s %s%n", name.id(), whereabouts(name, folder, cache));
        }
    }

    private static String whereabouts(DataSetName name, Optional<Path> folder, Path cache) {
        if (name == DataSetName.STROKES) {
            return "generated when needed";
        }
        Optional<Path> own = folder.map(data -> data.resolve(name.id())).filter(Files::isDirectory);
        Path cached = cache.resolve(name.id());
        return own.map(found -> "in " + found)
                .orElse(Files.isDirectory(cached) ? "in " + cached : "not here, downloaded when needed");
    }
}
