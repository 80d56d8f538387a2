package dev.earlyphase.cli.bench;

import java.time.Duration;
import java.util.stream.Stream;

import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.StackState;

/** Processor seconds that parts of a stack have used since they began. */
record ProcessorTime(double orchestrator, double postgres) {
    static ProcessorTime of(StackState state, Home home) {
        double orchestrator = state.children().stream()
                .filter(child -> child.name().equals("orchestrator"))
                .flatMap(child -> ProcessHandle.of(child.process().pid()).stream())
                .mapToDouble(ProcessorTime::seconds)
                .sum();
        double postgres = StackMemory.postmaster(home).flatMap(ProcessHandle::of).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .mapToDouble(ProcessorTime::seconds)
                .sum();
        return new ProcessorTime(orchestrator, postgres);
    }

    ProcessorTime since(ProcessorTime earlier) {
        return new ProcessorTime(orchestrator - earlier.orchestrator, postgres - earlier.postgres);
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }
}
