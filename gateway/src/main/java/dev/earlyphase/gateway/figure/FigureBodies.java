package dev.earlyphase.gateway.figure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.format.Format;
import dev.earlyphase.gateway.limit.AtOnce;

/**
 * Figures as they are sent. Those of studies that have ended are remembered for a while; a few are computed at a time,
 * and of several who ask for the same at once one computes it.
 */
@ApplicationScoped
public class FigureBodies {
    private final Cache<Key, byte[]> remembered;
    private final ConcurrentMap<Key, CompletableFuture<byte[]>> underWay = new ConcurrentHashMap<>();
    private final Semaphore turns;
    private final Duration wait;

    FigureBodies(FigureConfig config, AtOnce limits) {
        this.remembered = Caffeine.newBuilder()
                .expireAfterWrite(config.remembered())
                .maximumWeight(config.memory().asLongValue())
                .weigher((Key key, byte[] body) -> body.length)
                .build();
        this.turns = new Semaphore(limits.figures(), true);
        this.wait = limits.figureWait();
    }

    /** @param iterations and the counts of the study: what is drawn changes with them */
    private record Key(String study, Object counts, long iterations, String figure, Format format, boolean samples) {}

    /** @throws Unavailable where too many others are being computed */
    byte[] body(StudyView study, String figure, Format format, boolean samples, Supplier<byte[]> made) {
        if (study.state() == StudyView.State.RUNNING) {
            return inTurn(made);
        }
        var key = new Key(study.id(), study.trials(), study.progress().iterations(), figure, format, samples);
        byte[] known = remembered.getIfPresent(key);
        return known == null ? once(key, made) : known;
    }

    private byte[] once(Key key, Supplier<byte[]> made) {
        var mine = new CompletableFuture<byte[]>();
        CompletableFuture<byte[]> others = underWay.putIfAbsent(key, mine);
        if (others != null) {
            return await(others);
        }
        try {
            byte[] body = inTurn(made);
            remembered.put(key, body);
            mine.complete(body);
            return body;
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            underWay.remove(key, mine);
        }
    }

    /** Whoever computes it has limits: of its turn, and of each query. */
    private static byte[] await(CompletableFuture<byte[]> others) {
        try {
            return others.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private byte[] inTurn(Supplier<byte[]> made) {
        try {
            if (!turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("Too many figures are being computed.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The service stops.");
        }
        try {
            return made.get();
        } finally {
            turns.release();
        }
    }
}
