package dev.earlyphase.core.training;

import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.earlyphase.core.engine.Batch;

/** Prepares batches a little ahead of training, in one thread and a few buffers that are used again and again. */
final class Prefetch implements AutoCloseable {
    private static final int BUFFERS = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final TrainingBatches batches;
    private final int end;
    private final Queue<Future<Batch>> pending = new ArrayDeque<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("batches").factory());
    private FloatBuffer lent;
    private int next;

    /** Batches of the iterations from {@code begin} up to, not including, {@code end}. */
    Prefetch(TrainingBatches batches, int begin, int end) {
        this.batches = batches;
        this.next = begin;
        this.end = end;
        for (int i = 0; i < BUFFERS; i++) {
            prepare(batches.buffer());
        }
    }

    /** The next batch; its images stay until this is called again. */
    Batch next() {
        if (lent != null) {
            prepare(lent);
        }
        Batch batch = await(pending.remove());
        lent = batch.images();
        return batch;
    }

    private void prepare(FloatBuffer buffer) {
        if (next < end) {
            int iteration = next++;
            pending.add(thread.submit(() -> batches.at(iteration, buffer)));
        }
    }

    private static Batch await(Future<Batch> batch) {
        try {
            return batch.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a batch could not be prepared: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("a batch was not ready after " + LONGEST_WAIT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a batch", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
