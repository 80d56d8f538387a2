package dev.earlyphase.reliability.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.StackState;
import dev.earlyphase.launcher.ResidentMemory;

/** What the processes of a stack hold, as Linux tells it below {@code /proc}. */
final class Processes {
    private Processes() {}

    /** Postgres counts as one, with all the processes that it has for its connections. */
    static Stream<Reading> read(double second, StackState state, Home home) {
        Stream<Reading> children = state.children().stream()
                .flatMap(child ->
                        read(second, child.name(), List.of(child.process().pid())));
        return Stream.concat(children, read(second, "postgres", postgres(home)));
    }

    private static Stream<Reading> read(double second, String name, List<Long> pids) {
        return pids.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        reading(second, Resource.MEMORY, name, pids.stream().mapToLong(ResidentMemory::of)),
                        reading(second, Resource.THREADS, name, pids.stream().mapToLong(pid -> entries(pid, "task"))),
                        reading(second, Resource.HANDLES, name, pids.stream().mapToLong(pid -> entries(pid, "fd"))));
    }

    private static Reading reading(double second, Resource resource, String name, LongStream values) {
        return new Reading(second, new Subject(resource, name), values.sum());
    }

    /** The entries of a folder of {@code /proc}; 0 of a process that is gone. */
    static long entries(long pid, String folder) {
        try (var entries = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), folder))) {
            long count = 0;
            for (Path entry : entries) {
                count++;
            }
            return count;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Postgres detaches itself from the process that started it. */
    private static List<Long> postgres(Home home) {
        try (var lines = Files.lines(home.folder().resolve("postgres/postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of).stream()
                    .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                    .map(ProcessHandle::pid)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
