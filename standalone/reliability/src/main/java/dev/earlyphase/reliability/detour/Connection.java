package dev.earlyphase.reliability.detour;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection over a detour: what comes from either side goes to the other, harmed as the detour says. */
final class Connection {
    private static final int PIECE = 16 * 1024;

    private final Detour detour;
    private final Socket client;
    private final Socket server;

    Connection(Detour detour, Socket client, Socket server) throws IOException {
        this.detour = detour;
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    /** Returns when the connection has ended. */
    void forward() {
        Thread requests = Thread.ofVirtual().start(() -> pump(client, server, this::request));
        pump(server, client, this::answer);
        try {
            requests.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        closeQuietly(client);
        closeQuietly(server);
    }

    void reset() {
        for (Socket socket : new Socket[] {client, server}) {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                // It has ended already.
            }
            closeQuietly(socket);
        }
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nobody is left who could be told.
        }
    }

    /** Passes on one piece; false ends the connection. */
    private interface Passage {
        boolean pass(byte[] piece, int length, OutputStream to) throws IOException, InterruptedException;
    }

    private void pump(Socket from, Socket to, Passage passage) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                if (!passage.pass(piece, length, out)) {
                    break;
                }
            }
        } catch (IOException e) {
            // Either side has gone: so does the other, below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private boolean request(byte[] piece, int length, OutputStream out) throws IOException, InterruptedException {
        switch (detour.behaviour()) {
            case Behaviour.Slow slow -> Thread.sleep(slow.delay());
            case Behaviour.Answering answering -> {
                client.getOutputStream().write(head(answering.status()));
                return false;
            }
            case Behaviour.Refusing refusing -> {
                return false;
            }
            case Behaviour.Passing passing -> {}
            case Behaviour.Truncating truncating -> {}
            case Behaviour.Corrupting corrupting -> {}
        }
        out.write(piece, 0, length);
        return true;
    }

    private boolean answer(byte[] piece, int length, OutputStream out) throws IOException, InterruptedException {
        var http = new HttpPiece(piece, length);
        switch (detour.behaviour()) {
            case Behaviour.Slow slow -> Thread.sleep(slow.delay());
            case Behaviour.Truncating truncating -> {
                int body = http.body();
                if (body < length) {
                    out.write(piece, 0, body + (length - body) / 2);
                    return false;
                }
            }
            case Behaviour.Corrupting corrupting -> http.corrupt();
            case Behaviour.Refusing refusing -> {
                return false;
            }
            case Behaviour.Passing passing -> {}
            case Behaviour.Answering answering -> {}
        }
        out.write(piece, 0, length);
        return true;
    }

    private static byte[] head(int status) {
        return "HTTP/1.1 %d Injected\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .formatted(status)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
