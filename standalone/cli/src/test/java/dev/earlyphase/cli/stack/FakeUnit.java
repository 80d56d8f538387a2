package dev.earlyphase.cli.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.earlyphase.launcher.ManagedProcess;
import dev.earlyphase.launcher.ProcessCommand;

/** A unit that is a line of shell, and ready at once. */
record FakeUnit(String name, String script, Path folder) implements Unit {
    @Override
    public Optional<URI> address() {
        return Optional.of(URI.create("http://127.0.0.1:1"));
    }

    @Override
    public Duration stopLimit() {
        return Duration.ofSeconds(10);
    }

    @Override
    public ManagedProcess launch() {
        List<String> arguments = List.of("/bin/sh", "-c", script);
        return ManagedProcess.start(new ProcessCommand(name, arguments, Map.of(), folder.resolve(name + ".log")));
    }

    @Override
    public boolean isReady() {
        return true;
    }
}
