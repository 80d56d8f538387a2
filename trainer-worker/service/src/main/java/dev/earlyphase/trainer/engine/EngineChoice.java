package dev.earlyphase.trainer.engine;

import java.util.TreeMap;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.EngineDescription;
import dev.earlyphase.trainer.config.WorkerConfig;
import dev.earlyphase.trainer.machine.Gpus;
import dev.earlyphase.trainer.machine.Processor;

/** The one engine of this process. */
@Singleton
public class EngineChoice {
    private static final Logger LOG = Logger.getLogger(EngineChoice.class);

    private final Engine engine;
    private final EngineDescription own;
    private final EngineDescription origin;

    EngineChoice(WorkerConfig config) {
        if (config.worker().waiting().isPresent()) {
            this.engine = new NoEngine();
            this.own = engine.description();
            this.origin = own;
            LOG.warnf(
                    "Trains nothing: each trial waits %s, and its result is none",
                    config.worker().waiting().get());
            return;
        }
        ChosenEngine chosen = ChosenEngine.of(config.engine());
        this.engine = chosen.engine();
        this.own = engine.description();
        this.origin = Origin.of(own, chosen.why(), Processor.ofThisMachine(), Gpus.visible());
        LOG.infof("Computing with %s. Chosen by %s", line(), chosen.why());
    }

    public Engine engine() {
        return engine;
    }

    /** What a result's provenance says of the engine and the machine. */
    public EngineDescription origin() {
        return origin;
    }

    /** Name, version, device and what else matters, in one line. */
    public String line() {
        return line(own);
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
