package dev.earlyphase.cli.stack;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.Token;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.HomeLock;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.home.StackState;
import dev.earlyphase.cli.terminal.Terminal;

/**
 * All processes of a home, started and kept running by this one, and stopped with it: by {@link #close()}, by Ctrl-C or
 * by SIGTERM.
 */
public final class Stack implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Home home;
    private final HomeLock lock;
    private final PortLeases leases;
    private final LiveState state;
    private final LogKeeper logs;
    private final Terminal terminal;
    private final Surroundings surroundings;
    private final List<List<Supervised>> groups = new ArrayList<>();
    private final CompletableFuture<Void> broken = new CompletableFuture<>();
    private final Thread starter = Thread.currentThread();
    private boolean closed;

    private Stack(
            Home home,
            HomeLock lock,
            PortLeases leases,
            LiveState state,
            Terminal terminal,
            Surroundings surroundings) {
        this.home = home;
        this.lock = lock;
        this.leases = leases;
        this.state = state;
        this.terminal = terminal;
        this.surroundings = surroundings;
        this.logs = new LogKeeper(home, terminal);
    }

    /**
     * Starts everything and returns when all of it answers. What a killed supervisor left behind is stopped first.
     *
     * @throws Failure if another supervisor has the home, or something does not start, with the end of its log
     */
    public static Stack start(Repository repository, StackOptions options, Terminal terminal) {
        return start(repository, options, terminal, Surroundings.USUAL);
    }

    /** As above, for an experiment. */
    public static Stack start(
            Repository repository, StackOptions options, Terminal terminal, Surroundings surroundings) {
        Home home = options.home();
        HomeLock lock = HomeLock.take(home).orElseThrow(() -> RunningStack.refusal(home));
        var leases = PortLeases.ofThisMachine();
        Stack stack;
        Ports ports;
        try {
            stopOrphans(home, terminal);
            Logs.setAside(home);
            ports = Ports.take(options.port(), options.workers(), leases);
            stack = new Stack(
                    home,
                    lock,
                    leases,
                    new LiveState(home.state(), ports.gateway().address(), options.data()),
                    terminal,
                    surroundings);
        } catch (RuntimeException e) {
            leases.close();
            lock.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stopOnSignal, "stop the stack"));
        try {
            stack.startAll(repository, options, ports);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
        return stack;
    }

    /** Address of the API. */
    public URI gateway() {
        return state().gateway();
    }

    /** The API, opened by the operator's key of the home. */
    public Gateway api() {
        return new Gateway(
                gateway(),
                home.key().map(key -> Token.of("the home folder", key)).orElse(Token.NONE));
    }

    /** The processes as they are now. */
    public StackState state() {
        return state.now();
    }

    /** Waits until something has died too often, and throws that. */
    public void awaitEnd() {
        await(broken);
    }

    /** Stops workers first, the embedded servers last; their data stay. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        terminal.line("Stopping");
        for (List<Supervised> group : groups.reversed()) {
            List<Thread> stops = group.stream()
                    .map(unit -> Thread.ofVirtual().start(unit::stop))
                    .toList();
            stops.forEach(Stack::join);
        }
        logs.close();
        state.delete();
        leases.close();
        lock.close();
        terminal.line("Stopped");
    }

    private void startAll(Repository repository, StackOptions options, Ports ports) {
        terminal.line("Starting in %s", options.home());
        if (options.port().isEmpty() && ports.gateway().http() != Ports.GATEWAY) {
            terminal.line(
                    "  port %d is taken: the gateway listens on %d",
                    Ports.GATEWAY, ports.gateway().http());
        }
        var devices = WorkerDevices.of(repository, options.device());
        var embedded = new EmbeddedUnit(options.home(), repository.embedded(), leases.takeEmbedded(), surroundings);
        awaitReady(List.of(supervise(List.of(embedded))));
        List<List<Supervised>> others =
                StackUnits.of(repository, options, ports, devices, embedded.configuration(), surroundings).stream()
                        .map(this::supervise)
                        .toList();
        awaitReady(others);
        state.ready();
    }

    private synchronized List<Supervised> supervise(List<? extends Unit> units) {
        if (closed) {
            throw new Interruption();
        }
        var events = new StackEvents(state, terminal, broken);
        List<Supervised> group = units.stream()
                .map(unit -> new Supervised(unit, events, policy(unit)).start())
                .toList();
        groups.add(group);
        return group;
    }

    private RestartPolicy policy(Unit unit) {
        return new RestartPolicy(FIRST_PAUSE, unit.proof(), surroundings.mostQuickDeaths());
    }

    private void awaitReady(List<List<Supervised>> started) {
        CompletableFuture<?>[] ready =
                started.stream().flatMap(List::stream).map(Supervised::ready).toArray(CompletableFuture<?>[]::new);
        await(CompletableFuture.anyOf(CompletableFuture.allOf(ready), broken));
    }

    private void stopOnSignal() {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        starter.interrupt();
        close();
    }

    private static void stopOrphans(Home home, Terminal terminal) {
        home.state()
                .read()
                .map(Orphans::stop)
                .filter(names -> !names.isEmpty())
                .ifPresent(names -> terminal.line("Stopped what a killed run had left: " + String.join(", ", names)));
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            throw new Interruption();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private static void join(Thread thread) {
        while (true) {
            try {
                thread.join();
                return;
            } catch (InterruptedException e) {
                // Stopping has begun and has limits of its own.
            }
        }
    }
}
