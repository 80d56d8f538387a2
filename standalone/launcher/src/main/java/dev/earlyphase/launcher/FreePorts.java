package dev.earlyphase.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds loopback ports that nobody listens on. Those it chooses itself lie below the ones that systems give to outgoing
 * connections (from 32768 on Linux, from 49152 elsewhere): such a connection could take the port of a server while that is
 * started again, and keep it from it for as long as the connection lives.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int END = 32_768;
    private static final int DRAWS = 1_000;

    private FreePorts() {}

    /** The preferred port if it is free, otherwise one that is; 0 prefers none. */
    public static int preferredOrFree(int preferred) {
        return preferred != 0 && isFree(preferred) ? preferred : free();
    }

    /** A port that was free a moment ago. */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(DRAWS, FIRST, END)
                .filter(FreePorts::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no free loopback port: tried %d of %d to %d".formatted(DRAWS, FIRST, END - 1)));
    }

    /** Whether a server could listen on this loopback port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = listen(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // A port whose last connections still linger is free, as the servers will find too.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
