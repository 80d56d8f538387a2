package dev.earlyphase.cli.home;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What runs in a home.
 *
 * @param supervisor the process that keeps the others running
 * @param ready whether all have answered once
 * @param gateway address of the API
 * @param data the folder of data sets that the user gave
 */
public record StackState(
        ProcessIdentity supervisor, boolean ready, URI gateway, Optional<Path> data, List<Child> children) {
    public StackState {
        children = List.copyOf(children);
    }

    /**
     * A process that the supervisor started.
     *
     * @param address where it answers; empty for the embedded servers
     * @param metrics where Prometheus may read its metrics; empty for the embedded servers
     */
    public record Child(String name, ProcessIdentity process, Optional<URI> address, Optional<URI> metrics) {}
}
