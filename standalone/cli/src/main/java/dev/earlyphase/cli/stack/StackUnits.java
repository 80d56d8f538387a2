package dev.earlyphase.cli.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.earlyphase.cli.home.Repository;

/** The services and the workers of a stack, in groups: a group is stopped before the one that it comes after. */
final class StackUnits {
    private static final Duration SERVICE_STOP = Duration.ofSeconds(20);
    /** Time to write a checkpoint of every slot. */
    private static final Duration WORKER_STOP = Duration.ofSeconds(35);

    private static final Duration SERVICE_PROOF = Duration.ofSeconds(30);
    /** A trial may crash one worker after another: it is the orchestrator that counts its attempts and gives it up. */
    private static final Duration WORKER_PROOF = Duration.ZERO;

    private StackUnits() {}

    static List<List<Unit>> of(
            Repository repository,
            StackOptions options,
            Ports ports,
            WorkerDevices devices,
            Map<String, String> embedded,
            Surroundings surroundings) {
        var commands =
                new ServiceCommands(repository, options, ports.orchestrator().address(), embedded, surroundings);
        var workers = new ArrayList<Unit>();
        for (int i = 0; i < options.workers(); i++) {
            String name = "worker-" + (i + 1);
            ServicePorts listens = ports.workers().get(i);
            Map<String, String> device = devices.environment(i);
            workers.add(new ServiceUnit(
                    name, listens, WORKER_STOP, WORKER_PROOF, () -> commands.worker(name, listens, device)));
        }
        return List.of(
                List.of(
                        service(commands, "orchestrator", ports.orchestrator()),
                        service(commands, "analyzer", ports.analyzer())),
                List.of(service(commands, "gateway", ports.gateway())),
                workers);
    }

    private static Unit service(ServiceCommands commands, String name, ServicePorts listens) {
        return new ServiceUnit(name, listens, SERVICE_STOP, SERVICE_PROOF, () -> commands.service(name, listens));
    }
}
