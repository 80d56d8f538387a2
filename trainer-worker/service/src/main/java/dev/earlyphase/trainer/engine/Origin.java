package dev.earlyphase.trainer.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.earlyphase.core.engine.EngineDescription;
import dev.earlyphase.trainer.machine.Gpu;
import dev.earlyphase.trainer.machine.Processor;

/** What a result's provenance says of the engine and of the machine that it ran on. */
final class Origin {
    private Origin() {}

    /**
     * The engine's own details and beside them the choice, the processor, its features and the Java version; for an
     * engine that computes on a GPU that and its driver.
     *
     * @param gpus that this process may use; the engine takes the first
     */
    static EngineDescription of(EngineDescription engine, String choice, Processor processor, List<Gpu> gpus) {
        Map<String, String> details = new TreeMap<>(engine.details());
        details.put("choice", choice);
        details.put("cpu", processor.model());
        details.put("cpu features", String.join(" ", processor.features()));
        details.put("java", Runtime.version().toString());
        details.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        if (engine.device().startsWith("cuda")) {
            gpus.stream().findFirst().ifPresent(gpu -> {
                details.put("gpu", gpu.name() + ", compute capability " + gpu.capability());
                details.put("driver", gpu.driver());
            });
        }
        return new EngineDescription(engine.name(), engine.version(), engine.device(), engine.threads(), details);
    }
}
