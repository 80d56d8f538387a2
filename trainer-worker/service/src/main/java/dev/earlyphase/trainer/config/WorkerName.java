package dev.earlyphase.trainer.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import jakarta.inject.Singleton;

/** A name that no other worker process has, not even the one that this process replaces. */
@Singleton
public final class WorkerName {
    /** How the name of a worker begins that trains nothing; no host is named like that. */
    private static final String WAITING = "waiting:";

    private final String value;

    WorkerName(WorkerConfig config) {
        String base = config.worker().name().orElseGet(WorkerName::host);
        String mark =
                HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
        this.value = (config.worker().waiting().isPresent() ? WAITING : "") + base + "-"
                + ProcessHandle.current().pid() + "-" + mark;
    }

    @Override
    public String toString() {
        return value;
    }

    /** The name of this machine, or of the container that it is to this process. */
    public static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "worker";
        }
    }
}
