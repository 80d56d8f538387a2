package dev.earlyphase.reliability.detour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** Listens on a port of the loopback address and forwards each connection to another. */
public final class Detour implements AutoCloseable {
    private static final int BACKLOG = 128;

    private final ServerSocket listener;
    private final IntSupplier target;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile Behaviour behaviour = Behaviour.PASSING;

    private Detour(ServerSocket listener, IntSupplier target) {
        this.listener = listener;
        this.target = target;
    }

    /** @param target the port to forward to, asked for at each connection */
    public static Detour to(IntSupplier target) {
        try {
            var listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            var detour = new Detour(listener, target);
            Thread.ofVirtual().name("detour " + detour.port()).start(detour::accept);
            return detour;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on a port of the loopback address", e);
        }
    }

    /** The port to come to instead of the target's. */
    public int port() {
        return listener.getLocalPort();
    }

    /** From now on, of open connections too. */
    public void behave(Behaviour next) {
        behaviour = next;
        if (next instanceof Behaviour.Refusing) {
            cut();
        }
    }

    /** Closes all connections as their ends would. */
    public void cut() {
        snapshot().forEach(Connection::close);
    }

    /** Breaks all connections: both sides are told that the other is gone (RST). */
    public void reset() {
        snapshot().forEach(Connection::reset);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop listening on port " + port(), e);
        }
        cut();
    }

    Behaviour behaviour() {
        return behaviour;
    }

    private List<Connection> snapshot() {
        return List.copyOf(connections);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // Closed, or out of handles for a moment: the loop's condition tells which.
            }
        }
    }

    private void serve(Socket client) {
        if (behaviour instanceof Behaviour.Refusing) {
            Connection.closeQuietly(client);
            return;
        }
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
            var connection = new Connection(this, client, server);
            connections.add(connection);
            connection.forward();
            connections.remove(connection);
        } catch (IOException e) {
            // The target does not listen, and so, to the client, does the detour.
            Connection.closeQuietly(client);
        }
    }
}
