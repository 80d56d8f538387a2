package dev.earlyphase.cli.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.earlyphase.cli.home.ProcessIdentity;
import dev.earlyphase.cli.home.StackState;
import dev.earlyphase.cli.home.StackState.Child;
import dev.earlyphase.cli.home.StateFile;

/** The state of this supervisor's stack, written to the home at every change. */
final class LiveState {
    private final StateFile file;
    private final URI gateway;
    private final Optional<Path> data;
    private final Map<String, Child> children = new LinkedHashMap<>();
    private boolean ready;

    LiveState(StateFile file, URI gateway, Optional<Path> data) {
        this.file = file;
        this.gateway = gateway;
        this.data = data;
        file.write(now());
    }

    /** A unit runs as this process from now on. */
    synchronized void launched(Unit unit, ProcessIdentity process) {
        children.put(unit.name(), new Child(unit.name(), process, unit.address(), unit.metrics()));
        file.write(now());
    }

    synchronized void ready() {
        ready = true;
        file.write(now());
    }

    synchronized StackState now() {
        return new StackState(ProcessIdentity.current(), ready, gateway, data, List.copyOf(children.values()));
    }

    synchronized void delete() {
        file.delete();
    }
}
