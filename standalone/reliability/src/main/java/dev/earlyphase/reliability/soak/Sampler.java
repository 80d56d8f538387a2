package dev.earlyphase.reliability.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.StackState;

/** Reads everything again and again, in a thread of its own, and writes it down at once. */
final class Sampler implements AutoCloseable {
    private final List<Reading> readings = new ArrayList<>();
    private final long began = System.nanoTime();
    private final Supplier<StackState> state;
    private final Home home;
    private final Path csv;
    private final Duration every;
    private final Thread thread;

    /** @param csv begun anew */
    Sampler(Supplier<StackState> state, Home home, Path csv, Duration every) {
        this.state = state;
        this.home = home;
        this.csv = csv;
        this.every = every;
        write(List.of(Reading.HEAD), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        this.thread = Thread.ofVirtual().name("sampler").start(this::sample);
    }

    synchronized List<Reading> readings() {
        return List.copyOf(readings);
    }

    /** Returns when nothing more is read. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sample() {
        try {
            while (true) {
                add();
                Thread.sleep(every);
            }
        } catch (InterruptedException e) {
            // Only close() interrupts: enough was read.
        }
    }

    private synchronized void add() {
        double second = (System.nanoTime() - began) / 1e9;
        List<Reading> now = Stream.concat(Processes.read(second, state.get(), home), FolderSizes.read(second, home))
                .toList();
        readings.addAll(now);
        write(now.stream().map(Reading::line).toList(), StandardOpenOption.APPEND);
    }

    private void write(List<String> lines, StandardOpenOption... options) {
        try {
            Files.write(csv, lines, options);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + csv, e);
        }
    }
}
