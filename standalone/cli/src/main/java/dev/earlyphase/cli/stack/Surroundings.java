package dev.earlyphase.cli.stack;

import java.util.List;
import java.util.Map;

/** What an experiment changes about the processes of a stack; by itself nothing. */
public interface Surroundings {
    Surroundings USUAL = new Surroundings() {};

    /** Further arguments of the embedded servers. */
    default List<String> embeddedArguments() {
        return List.of();
    }

    /** Further environment variables of the embedded servers. */
    default Map<String, String> embeddedEnvironment() {
        return Map.of();
    }

    /**
     * The environment variables of a service or a worker, asked for at each of its starts.
     *
     * @param unit such as {@code orchestrator} or {@code worker-1}
     * @param usual those of an undisturbed stack
     */
    default Map<String, String> environment(String unit, Map<String, String> usual) {
        return usual;
    }

    /** After so many quick deaths in a row a process is given up, and the stack with it. */
    default int mostQuickDeaths() {
        return RestartPolicy.MOST_QUICK_DEATHS;
    }
}
