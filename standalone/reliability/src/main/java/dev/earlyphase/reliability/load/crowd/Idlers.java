package dev.earlyphase.reliability.load.crowd;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that ask for much and take in a byte every now and then. */
public final class Idlers implements AutoCloseable {
    private static final Duration NAP = Duration.ofSeconds(1);

    private final Door door;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    public Idlers(Door door) {
        this.door = door;
    }

    /** So many more of them. */
    public void download(String path, int clients) {
        start(door.request(path).GET().build(), clients);
    }

    /** So many more of them. */
    public void listen(String study, int clients) {
        start(door.events(study).GET().build(), clients);
    }

    /** How many have been let in. */
    public int begun() {
        return begun.get();
    }

    /** How many have been told to come again. */
    public int refused() {
        return refused.get();
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private void start(HttpRequest request, int clients) {
        for (int i = 0; i < clients; i++) {
            threads.add(Thread.ofVirtual().start(() -> idle(request)));
        }
    }

    private void idle(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = door.client().send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    refused.incrementAndGet();
                    return;
                }
                begun.incrementAndGet();
                while (body.read() >= 0) {
                    Thread.sleep(NAP);
                }
            }
        } catch (IOException | InterruptedException e) {
            // The service has had enough of it, or it is over: both are as they should be.
            Thread.currentThread().interrupt();
        }
    }
}
