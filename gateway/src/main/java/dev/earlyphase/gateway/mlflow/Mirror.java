package dev.earlyphase.gateway.mlflow;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.access.AsCaller;
import dev.earlyphase.gateway.database.OneAtATime;
import dev.earlyphase.gateway.orchestrator.Orchestrator;

/**
 * Mirrors all studies again and again, on a thread of its own: nothing waits for MLflow. Of several gateways one does it
 * at a time.
 */
@Singleton
class Mirror {
    private static final Logger LOG = Logger.getLogger(Mirror.class);
    private static final Caller CALLER = new Caller("mlflow", Role.VIEWER);
    private static final int PAGE = 100;
    private static final long WORK = 6_756_353_567L;

    private final MlflowConfig config;
    private final ObjectMapper json;
    private final Orchestrator orchestrator;
    private final StudyMirror studies;
    private final OneAtATime lock;
    private final AsCaller asCaller;
    /** How each study stood when it was mirrored to the last. */
    private final Map<String, String> done = new HashMap<>();

    private Thread thread;
    private boolean away;

    Mirror(
            MlflowConfig config,
            ObjectMapper json,
            @RestClient Orchestrator orchestrator,
            StudyMirror studies,
            OneAtATime lock,
            AsCaller asCaller) {
        this.config = config;
        this.json = json;
        this.orchestrator = orchestrator;
        this.studies = studies;
        this.lock = lock;
        this.asCaller = asCaller;
    }

    @PermitAll
    void start(@Observes StartupEvent event) {
        config.url().ifPresent(url -> {
            Check.that(
                    "http".equals(url.getScheme()) || "https".equals(url.getScheme()),
                    "earlyphase.mlflow.url",
                    url,
                    "an address that begins with http:// or https://");
            thread = Thread.ofVirtual().name("mlflow").start(() -> forever(url));
        });
    }

    @PermitAll
    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void forever(URI url) {
        LOG.infof("Studies are mirrored to the MLflow server at %s every %s", host(url), config.every());
        var tracking = new Tracking(MlflowServer.of(url, config, json));
        try {
            while (!Thread.currentThread().isInterrupted()) {
                round(tracking, url);
                Thread.sleep(config.every());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(Tracking tracking, URI url) {
        try {
            lock.run(WORK, () -> asCaller.run(asCaller.identity(CALLER), () -> all(tracking)));
            if (away) {
                LOG.infof("Studies are mirrored to %s again", host(url));
            }
            away = false;
        } catch (RuntimeException failure) {
            if (!away && !Thread.currentThread().isInterrupted()) {
                LOG.warnf(
                        "Studies cannot be mirrored to %s, which is tried again: %s", host(url), failure.getMessage());
            }
            away = true;
        }
    }

    /** One study that MLflow refuses keeps no other from being mirrored. */
    private void all(Tracking tracking) {
        String cursor = null;
        do {
            var page = orchestrator.studies(null, null, null, null, null, cursor, PAGE);
            for (StudyView study : page.items()) {
                try {
                    mirror(study, tracking);
                } catch (MlflowFailure failure) {
                    if (failure.isOutage()) {
                        throw failure;
                    }
                    LOG.warnf("MLflow refuses a part of study %s: %s", study.id(), failure.getMessage());
                }
            }
            cursor = page.next();
        } while (cursor != null);
    }

    private void mirror(StudyView study, Tracking tracking) {
        String stand = StudyMirror.stand(study);
        if (!stand.equals(done.get(study.id())) && studies.mirror(study, tracking)) {
            done.put(study.id(), stand);
        }
    }

    /** Without what an address may hold of secrets. */
    private static String host(URI url) {
        return url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }
}
