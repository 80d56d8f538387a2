package dev.earlyphase.trainer.machine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** How busy the GPUs of this worker are. Without a GPU there is nothing to register and nobody to ask. */
@Singleton
final class GpuMeters {
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final MeterRegistry meters;
    private final String program;
    private final Map<Integer, GpuLoad> loads = new ConcurrentHashMap<>();
    private Thread thread;

    @Inject
    GpuMeters(MeterRegistry meters) {
        this(meters, Gpus.PROGRAM);
    }

    GpuMeters(MeterRegistry meters, String program) {
        this.meters = meters;
        this.program = program;
    }

    void start(@Observes StartupEvent event) {
        register(Gpus.visible());
        if (!loads.isEmpty()) {
            thread = Thread.ofVirtual().name("gpu metrics").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    void register(List<Gpu> gpus) {
        for (Gpu gpu : gpus) {
            int index = gpu.index();
            loads.put(index, new GpuLoad(index, Double.NaN, Double.NaN, Double.NaN));
            gauge(
                    index,
                    "earlyphase.gpu.utilisation.ratio",
                    "Share of time in which it computed",
                    GpuLoad::utilisation);
            gauge(index, "earlyphase.gpu.memory.used.bytes", "Memory in use by all processes", GpuLoad::memoryUsed);
            gauge(index, "earlyphase.gpu.memory.total.bytes", "Memory that it has", GpuLoad::memoryTotal);
        }
    }

    /** Asks the driver once. */
    void look() {
        Gpus.query(program, GpuLoad.COLUMNS)
                .map(GpuLoad::of)
                .flatMap(Optional::stream)
                .forEach(load -> loads.replace(load.index(), load));
    }

    private void gauge(int index, String name, String description, ToDoubleFunction<GpuLoad> value) {
        Gauge.builder(name, loads, known -> value.applyAsDouble(known.get(index)))
                .tag("gpu", Integer.toString(index))
                .description(description)
                .register(meters);
    }

    private void run() {
        try {
            while (true) {
                look();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
