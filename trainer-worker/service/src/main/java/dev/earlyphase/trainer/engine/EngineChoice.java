package dev.earlyphase.trainer.engine;

import java.util.TreeMap;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.EngineDescription;
import dev.earlyphase.engine.dl4j.Dl4jEngine;
import dev.earlyphase.trainer.config.WorkerConfig;

/** The one engine of this process. */
@Singleton
public class EngineChoice {
    private static final Logger LOG = Logger.getLogger(EngineChoice.class);

    private final Engine engine;
    private final EngineDescription description;

    EngineChoice(WorkerConfig config) {
        this.engine = open(config.engine());
        this.description = engine.description();
        LOG.infof("Computing with %s", line());
    }

    /** @param name {@code auto} for the fastest that loads, or the engine's own name */
    public static Engine open(String name) {
        return switch (name) {
            case "auto", "dl4j" -> Dl4jEngine.create();
            default -> throw new Invalid("earlyphase.engine", name, "auto or dl4j");
        };
    }

    public Engine engine() {
        return engine;
    }

    public EngineDescription description() {
        return description;
    }

    /** Name, version, device and what else matters, in one line. */
    public String line() {
        return line(description);
    }

    public static String line(EngineDescription description) {
        return "%s %s on %s, threads: %d, %s"
                .formatted(
                        description.name(),
                        description.version(),
                        description.device(),
                        description.threads(),
                        new TreeMap<>(description.details()));
    }

    @PreDestroy
    void close() {
        engine.close();
    }
}
