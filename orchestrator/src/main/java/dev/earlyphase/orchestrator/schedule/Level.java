package dev.earlyphase.orchestrator.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** A gauge that keeps its last value until the next is known; 0 at first. */
final class Level {
    private volatile double value;

    private Level() {}

    static Level of(String name, String description, MeterRegistry meters, String... tags) {
        var level = new Level();
        Gauge.builder(name, level, known -> known.value)
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(meters);
        return level;
    }

    void set(double value) {
        this.value = value;
    }
}
