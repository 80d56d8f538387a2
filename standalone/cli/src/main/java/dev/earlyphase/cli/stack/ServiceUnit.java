package dev.earlyphase.cli.stack;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import dev.earlyphase.launcher.FreePorts;
import dev.earlyphase.launcher.ManagedProcess;
import dev.earlyphase.launcher.ProcessCommand;

/**
 * A service or a worker: a process that answers {@code /q/health/ready}.
 *
 * @param listens where it answers, and where its metrics are
 * @param command made anew for each start
 */
record ServiceUnit(
        String name, ServicePorts listens, Duration stopLimit, Duration proof, Supplier<ProcessCommand> command)
        implements Unit {
    @Override
    public Optional<URI> address() {
        return Optional.of(listens.address());
    }

    @Override
    public Optional<URI> metrics() {
        return Optional.of(listens.metricsAddress());
    }

    @Override
    public ManagedProcess launch() {
        if (!FreePorts.isFree(listens.http())) {
            // Whoever listens there would answer in its place.
            throw new IllegalStateException("needs port " + listens.http() + ", which another process listens on");
        }
        return ManagedProcess.start(command.get());
    }

    @Override
    public boolean isReady() {
        return Health.isReady(listens.address());
    }

    @Override
    public String toString() {
        return listens.address().toString();
    }
}
