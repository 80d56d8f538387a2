package dev.earlyphase.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.StackState;
import dev.earlyphase.launcher.ResidentMemory;

/** The resident memory of all processes of a stack; what two of them share counts twice. */
final class StackMemory {
    private StackMemory() {}

    static long bytes(StackState state, Home home) {
        LongStream children =
                state.children().stream().mapToLong(child -> child.process().pid());
        LongStream roots = LongStream.concat(children, postmaster(home).stream().mapToLong(Long::longValue));
        return roots.mapToObj(ProcessHandle::of)
                .flatMap(Optional::stream)
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .mapToLong(process -> ResidentMemory.of(process.pid()))
                .sum();
    }

    /** Postgres detaches itself from the process that started it. */
    static Optional<Long> postmaster(Home home) {
        Path file = home.folder().resolve("postgres/postmaster.pid");
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
