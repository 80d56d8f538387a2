package dev.earlyphase.core.training;

import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import dev.earlyphase.core.engine.Batch;

/**
 * Prepares batches a little ahead of training, in threads of its own and in a few buffers that are used again and again.
 * Each batch is a function of its iteration, so their number changes nothing but the time.
 */
final class Prefetch implements AutoCloseable {
    /** Beside one buffer for each thread: one that the engine reads, and one that is ready when it asks for more. */
    private static final int FURTHER_BUFFERS = 2;

    private static final int CORES_PER_THREAD = 4;
    private static final int MOST_USUAL_THREADS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final TrainingBatches batches;
    private final int end;
    private final Queue<Future<Batch>> pending = new ArrayDeque<>();
    private final ExecutorService threads;
    private FloatBuffer lent;
    private int next;

    /**
     * Batches of the iterations from {@code begin} up to, not including, {@code end}.
     *
     * @param threads that prepare them, 1 or more
     */
    Prefetch(TrainingBatches batches, int begin, int end, int threads) {
        this.batches = batches;
        this.next = begin;
        this.end = end;
        List<FloatBuffer> buffers = Stream.generate(batches::buffer)
                .limit(threads + FURTHER_BUFFERS)
                .toList();
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("batches-", 0).factory());
        buffers.forEach(this::prepare);
    }

    /** A thread for four cores of this machine, at least 1 and at most 4: the engine needs the cores more. */
    static int usualThreads() {
        return Math.clamp(Runtime.getRuntime().availableProcessors() / CORES_PER_THREAD, 1, MOST_USUAL_THREADS);
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
            pending.add(threads.submit(() -> batches.at(iteration, buffer)));
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

    /** Returns when every thread has left its batch, which takes no longer than one does. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
