package dev.earlyphase.cli.stack;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.launcher.FreePorts;

/** Where the services and the workers listen: on the usual ports from 8080 on, or on others where those are taken. */
record Ports(int gateway, int orchestrator, int analyzer, List<Integer> workers) {
    static final int GATEWAY = 8080;
    private static final int ORCHESTRATOR = 8081;
    private static final int ANALYZER = 8082;
    private static final int FIRST_WORKER = 8083;

    Ports {
        workers = List.copyOf(workers);
    }

    /** @param gateway the port that the user insists on */
    static Ports choose(OptionalInt gateway, int workers) {
        return choose(gateway, workers, FreePorts::isFree, FreePorts::free);
    }

    static Ports choose(OptionalInt gateway, int workers, IntPredicate isFree, IntSupplier another) {
        gateway.ifPresent(port -> {
            if (!isFree.test(port)) {
                throw Failure.ofUsage(
                        "--port: got " + port + ", which another process listens on; allowed: a free port");
            }
        });
        var choice = new Choice(isFree, another, new HashSet<>());
        int first = choice.take(gateway.orElse(GATEWAY));
        int second = choice.take(ORCHESTRATOR);
        int third = choice.take(ANALYZER);
        var others = new ArrayList<Integer>();
        for (int i = 0; i < workers; i++) {
            others.add(choice.take(FIRST_WORKER + i));
        }
        return new Ports(first, second, third, others);
    }

    static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private record Choice(IntPredicate isFree, IntSupplier another, Set<Integer> taken) {
        int take(int preferred) {
            int port = preferred;
            while (taken.contains(port) || port == preferred && !isFree.test(port)) {
                port = another.getAsInt();
            }
            taken.add(port);
            return port;
        }
    }
}
