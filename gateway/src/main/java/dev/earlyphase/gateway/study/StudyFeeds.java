package dev.earlyphase.gateway.study;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.access.AsCaller;
import dev.earlyphase.gateway.limit.AtOnce;
import dev.earlyphase.gateway.orchestrator.Orchestrator;

/** The studies that somebody follows: each is asked for twice a second, however many follow it. */
@ApplicationScoped
class StudyFeeds {
    private static final Duration EVERY = Duration.ofMillis(500);
    /** So many studies are asked for at once; with very many, each is asked for less often. */
    private static final int QUESTIONS = 4;

    private final Orchestrator orchestrator;
    private final AsCaller asCaller;
    private final ObjectMapper json;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, List<Listener>> listeners = new HashMap<>();
    private final Semaphore questions = new Semaphore(QUESTIONS, true);
    private int streams;
    private volatile boolean stopping;

    StudyFeeds(@RestClient Orchestrator orchestrator, AsCaller asCaller, ObjectMapper json, AtOnce limits) {
        this.orchestrator = orchestrator;
        this.asCaller = asCaller;
        this.json = json;
        this.most = limits.streams();
        Check.atLeast(1, most, "earlyphase.at-once.streams");
    }

    /** One who follows a study, and in whose name it is asked for. */
    record Listener(String study, SecurityIdentity identity, Mailbox mailbox) {}

    @PermitAll
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    boolean stopping() {
        return stopping;
    }

    /**
     * To be left again.
     *
     * @throws Unavailable where there are as many streams as there may be
     */
    Listener join(StudyView study, SecurityIdentity identity) {
        var listener = new Listener(study.id(), identity, new Mailbox());
        listener.mailbox().put(Feed.of(study, json));
        lock.lock();
        try {
            if (streams == most) {
                throw new Unavailable("There are " + most + " event streams, as many as there may be at once.");
            }
            streams++;
            if (study.state() == StudyView.State.RUNNING) {
                List<Listener> others = listeners.get(study.id());
                if (others == null) {
                    listeners.put(study.id(), new ArrayList<>(List.of(listener)));
                    Thread.ofVirtual().name("feed of " + study.id()).start(() -> feed(study.id()));
                } else {
                    others.add(listener);
                }
            }
            return listener;
        } finally {
            lock.unlock();
        }
    }

    void leave(Listener listener) {
        lock.lock();
        try {
            streams--;
            listeners.getOrDefault(listener.study(), new ArrayList<>()).remove(listener);
        } finally {
            lock.unlock();
        }
    }

    private void feed(String study) {
        var feed = new Feed(() -> orchestrator.study(study), json);
        try {
            for (List<Listener> present = present(study); !present.isEmpty(); present = present(study)) {
                Thread.sleep(EVERY);
                questions.acquire();
                try {
                    ask(feed, present);
                } finally {
                    questions.release();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Feed feed, List<Listener> present) {
        // With the listeners goes in whose name it is asked.
        asCaller.run(present.getFirst().identity(), () -> feed.next(Instant.now())
                .ifPresent(
                        news -> present.forEach(listener -> listener.mailbox().put(news))));
    }

    /** None, and never again of this feed, when all have left or the service stops. */
    private List<Listener> present(String study) {
        lock.lock();
        try {
            List<Listener> present = List.copyOf(listeners.get(study));
            if (present.isEmpty() || stopping) {
                listeners.remove(study);
                return List.of();
            }
            return present;
        } finally {
            lock.unlock();
        }
    }
}
