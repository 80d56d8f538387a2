package dev.earlyphase.orchestrator.claim;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;

import dev.earlyphase.contracts.error.DomainException;

/** How long trials wait for their claim, and how long a claim takes. */
@Startup
@Singleton
public class ClaimMeters {
    private final Counter won;
    private final Counter refused;
    private final Timer dispatch;
    private final Timer offer;
    private final Timer claim;

    ClaimMeters(MeterRegistry meters) {
        won = outcome(meters, "won");
        refused = outcome(meters, "refused");
        dispatch = timer(
                meters,
                "earlyphase.dispatch",
                "Time from a trial being ready to its claim",
                0.1,
                0.5,
                1,
                5,
                30,
                120,
                600,
                3_600,
                21_600);
        offer = timer(
                meters,
                "earlyphase.offer",
                "Time from the offer of a trial to its claim",
                0.02,
                0.05,
                0.1,
                0.25,
                0.5,
                1,
                5,
                30);
        claim = timer(
                meters,
                "earlyphase.claim",
                "Time to answer a claim, won or refused",
                0.005,
                0.01,
                0.025,
                0.05,
                0.1,
                0.25,
                0.5,
                1,
                5);
    }

    /** Times a claim and counts what came of it. */
    <T> T time(Supplier<T> decision) {
        try {
            T result = claim.record(decision);
            won.increment();
            return result;
        } catch (DomainException e) {
            refused.increment();
            throw e;
        }
    }

    /** Seconds before a claim, each null where it is not known. */
    void waited(Double ready, Double offered) {
        record(dispatch, ready);
        record(offer, offered);
    }

    private static void record(Timer timer, Double seconds) {
        if (seconds != null) {
            timer.record(nanos(seconds));
        }
    }

    private static Counter outcome(MeterRegistry meters, String outcome) {
        return Counter.builder("earlyphase.claims")
                .tag("outcome", outcome)
                .description("Claims of workers")
                .register(meters);
    }

    /** @param buckets upper bounds in seconds */
    private static Timer timer(MeterRegistry meters, String name, String description, double... buckets) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(
                        Arrays.stream(buckets).mapToObj(ClaimMeters::nanos).toArray(Duration[]::new))
                .register(meters);
    }

    private static Duration nanos(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
