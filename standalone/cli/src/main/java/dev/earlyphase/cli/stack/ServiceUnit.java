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
 * @param url where it answers
 * @param command made anew for each start
 */
record ServiceUnit(String name, URI url, Duration stopLimit, Duration proof, Supplier<ProcessCommand> command)
        implements Unit {
    @Override
    public Optional<URI> address() {
        return Optional.of(url);
    }

    @Override
    public ManagedProcess launch() {
        if (!FreePorts.isFree(url.getPort())) {
            // Whoever listens there would answer in its place.
            throw new IllegalStateException("needs port " + url.getPort() + ", which another process listens on");
        }
        return ManagedProcess.start(command.get());
    }

    @Override
    public boolean isReady() {
        return Health.isReady(url);
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
