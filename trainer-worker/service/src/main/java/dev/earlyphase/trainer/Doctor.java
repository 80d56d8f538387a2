package dev.earlyphase.trainer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.trainer.engine.ChosenEngine;
import dev.earlyphase.trainer.engine.EngineChoice;
import dev.earlyphase.trainer.engine.EngineKind;
import dev.earlyphase.trainer.engine.Pairing;
import dev.earlyphase.trainer.machine.Gpu;
import dev.earlyphase.trainer.machine.Gpus;
import dev.earlyphase.trainer.machine.Processor;
import dev.earlyphase.trainer.reason.Reason;

/** Says whether this machine can train: which engines load, how they compute, and which data sets are at hand. */
public final class Doctor {
    private Doctor() {}

    /** Exit code 0 when the engine that a worker here would take loads, 1 when it does not. */
    public static void main(String... arguments) {
        Processor processor = Processor.ofThisMachine();
        line("processor", processor.model() + ", " + String.join(" ", processor.features()));
        Gpus.all().forEach(gpu -> line("GPU " + gpu.index(), gpu + "; " + use(gpu)));
        boolean well = engines();
        data();
        System.exit(well ? 0 : 1);
    }

    /** A line for each, and one for the choice. */
    private static boolean engines() {
        Map<EngineKind, Engine> loaded = new EnumMap<>(EngineKind.class);
        for (EngineKind kind : EngineKind.values()) {
            try {
                Engine engine = kind.load();
                loaded.put(kind, engine);
                line(
                        "engine " + kind.id(),
                        EngineChoice.line(engine.description()) + ", precisions: " + precisions(engine));
            } catch (RuntimeException | LinkageError e) {
                line("engine " + kind.id(), "does not load: " + Reason.of(e));
            }
        }
        String asked = Optional.ofNullable(System.getenv("EARLYPHASE_ENGINE")).orElse("auto");
        try {
            line("engine", ChosenEngine.of(asked).why());
            return true;
        } catch (RuntimeException e) {
            line("engine", e.getMessage());
            return false;
        } finally {
            loaded.values().forEach(Engine::close);
        }
    }

    private static String precisions(Engine engine) {
        return engine.precisions().stream().sorted().map(Precision::id).collect(Collectors.joining(" "));
    }

    /** Which engine computes on it, or what to do that one does. */
    private static String use(Gpu gpu) {
        List<EngineKind> able = List.of(EngineKind.values()).stream()
                .filter(kind -> Pairing.obstacle(kind, true, gpu.capability()).isEmpty())
                .toList();
        return able.stream()
                .filter(EngineKind::isCudaBuild)
                .findFirst()
                .map(kind -> kind.id() + " is built for it")
                .or(() -> able.stream()
                        .findFirst()
                        .map(kind -> "unused: build with " + kind.cudaProfile() + " to use it"))
                .orElse("no engine computes on it");
    }

    private static void data() {
        Optional<Path> folder =
                Optional.ofNullable(System.getenv("EARLYPHASE_DATA")).map(Path::of);
        Path cache =
                Path.of(Optional.ofNullable(System.getenv("EARLYPHASE_CACHE")).orElse(".earlyphase/cache"));
        for (DataSetName name : DataSetName.values()) {
            line(name.id(), whereabouts(name, folder, cache));
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

    private static void line(String name, String fact) {
        System.out.printf("%-13s %s%n", name, fact);
    }
}
