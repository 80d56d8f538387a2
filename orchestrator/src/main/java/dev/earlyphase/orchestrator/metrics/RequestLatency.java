package dev.earlyphase.orchestrator.metrics;

import java.time.Duration;
import java.util.stream.DoubleStream;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

/** Gives the time of requests a few buckets, so that quantiles of all replicas together can be told. */
final class RequestLatency {
    private static final String REQUESTS = "http.server.requests";
    private static final double[] SECONDS = {0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 30};
    private static final DistributionStatisticConfig BUCKETS = DistributionStatisticConfig.builder()
            .serviceLevelObjectives(DoubleStream.of(SECONDS)
                    .map(seconds -> seconds * Duration.ofSeconds(1).toNanos())
                    .toArray())
            .build();

    private RequestLatency() {}

    @Produces
    @Singleton
    static MeterFilter buckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(REQUESTS) ? BUCKETS.merge(config) : config;
            }
        };
    }
}
