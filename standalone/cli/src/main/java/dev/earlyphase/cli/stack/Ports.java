package dev.earlyphase.cli.stack;

import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import dev.earlyphase.cli.exit.Failure;

/** Where the services and the workers listen: on the usual ports from 8080 on, or on others where those are taken. */
record Ports(int gateway, int orchestrator, int analyzer, List<Integer> workers) {
    static final int GATEWAY = 8080;
    private static final int ORCHESTRATOR = 8081;
    private static final int ANALYZER = 8082;
    private static final int FIRST_WORKER = 8083;

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
                gateway.orElseGet(() -> preferred.applyAsInt(GATEWAY)),
                preferred.applyAsInt(ORCHESTRATOR),
                preferred.applyAsInt(ANALYZER),
                IntStream.range(FIRST_WORKER, FIRST_WORKER + workers)
                        .map(preferred)
                        .boxed()
                        .toList());
    }

    static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
