package dev.earlyphase.gateway.access;

import java.time.Duration;
import java.util.function.LongSupplier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.TooMany;

/** A bucket of tokens for each user: a submission takes one, and time brings them back. */
@Singleton
public class SubmissionLimit {
    private static final int MOST_USERS = 10_000;

    private final int burst;
    private final long every;
    private final LongSupplier nanos;
    private final Cache<String, Bucket> buckets;

    /** @param tokens may be broken numbers; {@code at} in nanoseconds */
    private record Bucket(double tokens, long at) {}

    @Inject
    SubmissionLimit(AccessConfig config) {
        this(config.submissions().burst(), config.submissions().every(), System::nanoTime);
    }

    SubmissionLimit(int burst, Duration every, LongSupplier nanos) {
        Check.atLeast(1, burst, "earlyphase.submissions.burst");
        Check.that(every.toNanos() > 0, "earlyphase.submissions.every", every, "a time above 0");
        this.burst = burst;
        this.every = every.toNanos();
        this.nanos = nanos;
        // A bucket that nobody touched for as long as it takes to fill is full, and need not be remembered.
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(every.multipliedBy(burst))
                .maximumSize(MOST_USERS)
                .build();
    }

    /** @throws TooMany when the user's bucket is empty */
    public void take(String user) {
        long now = nanos.getAsLong();
        buckets.asMap().compute(user, (name, bucket) -> {
            double tokens =
                    bucket == null ? burst : Math.min(burst, bucket.tokens() + (double) (now - bucket.at()) / every);
            if (tokens < 1) {
                long seconds = (long) Math.ceil((1 - tokens) * every / 1e9);
                throw new TooMany(
                        "Too many studies at once; try again in " + seconds + " seconds.", Math.max(1, seconds));
            }
            return new Bucket(tokens - 1, now);
        });
    }
}
