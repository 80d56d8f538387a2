package dev.earlyphase.cli.stack;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import dev.earlyphase.cli.exit.Failure;

/**
 * Where the services and the workers listen: on the usual ports from 8080 on, or on others where those are taken. The
 * metrics of each are a thousand ports higher.
 */
record Ports(ServicePorts gateway, ServicePorts orchestrator, ServicePorts analyzer, List<ServicePorts> workers) {
    static final int GATEWAY = 8080;
    private static final int ORCHESTRATOR = 8081;
    private static final int ANALYZER = 8082;
    private static final int FIRST_WORKER = 8083;
    private static final int TO_METRICS = 1000;

    Ports {
        workers = List.copyOf(workers);
    }

    /**
     * Chooses and takes them.
     *
     * @param gateway the port that the user insists on
     */
    static Ports take(OptionalInt gateway, int workers, PortLeases leases) {
        return choose(gateway, workers, leases::take, leases::takeAny);
    }

    /**
     * @param take whether a port is free, and this stack's from now on
     * @param takeAny a port that is free, and this stack's from now on
     */
    static Ports choose(OptionalInt gateway, int workers, IntPredicate take, IntSupplier takeAny) {
        gateway.ifPresent(port -> {
            if (!take.test(port)) {
                throw Failure.ofUsage(
                        "--port: got " + port + ", which another process listens on; allowed: a free port");
            }
        });
        IntUnaryOperator preferred = port -> take.test(port) ? port : takeAny.getAsInt();
        return new Ports(
                new ServicePorts(
                        gateway.orElseGet(() -> preferred.applyAsInt(GATEWAY)),
                        preferred.applyAsInt(GATEWAY + TO_METRICS)),
                both(ORCHESTRATOR, preferred),
                both(ANALYZER, preferred),
                IntStream.range(FIRST_WORKER, FIRST_WORKER + workers)
                        .mapToObj(usual -> both(usual, preferred))
                        .toList());
    }

    private static ServicePorts both(int usual, IntUnaryOperator preferred) {
        return new ServicePorts(preferred.applyAsInt(usual), preferred.applyAsInt(usual + TO_METRICS));
    }
}
