package dev.earlyphase.reliability.fault;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.reliability.detour.Link;

/**
 * What there is to be harmed.
 *
 * @param services every process but the embedded servers
 * @param workers those of them that train
 * @param embedded the process of Kafka, Postgres and the store
 * @param links every way from a process to a server
 * @param storeLinks those of them that lead to the store
 * @param kinds that this machine can do
 */
public record Battlefield(
        List<String> services,
        List<String> workers,
        String embedded,
        List<Link> links,
        List<Link> storeLinks,
        Set<FaultKind> kinds) {
    public Battlefield {
        services = List.copyOf(services);
        workers = List.copyOf(workers);
        links = List.copyOf(links);
        storeLinks = List.copyOf(storeLinks);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("kinds: got none; allowed: one of " + EnumSet.allOf(FaultKind.class));
        }
        kinds = EnumSet.copyOf(kinds);
    }

    /**
     * The same with fewer kinds of faults.
     *
     * @param wanted of which those stay that this machine can do
     * @throws Failure where it can do none of them
     */
    public Battlefield only(Set<FaultKind> wanted) {
        var left = EnumSet.copyOf(kinds);
        left.retainAll(wanted);
        if (left.isEmpty()) {
            throw Failure.ofUsage("--only: got %s; allowed, of what this machine can do: %s".formatted(wanted, kinds));
        }
        return new Battlefield(services, workers, embedded, links, storeLinks, left);
    }
}
