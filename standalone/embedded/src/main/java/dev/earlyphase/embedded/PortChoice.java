package dev.earlyphase.embedded;

import dev.earlyphase.launcher.FreePorts;

/** Starts a server on a free port, and on another when somebody was quicker to take that one. */
final class PortChoice {

    private static final int ATTEMPTS = 5;

    private PortChoice() {}

    /** What starts a server on a port, and leaves nothing running when it fails. */
    interface Start<T> {
        T on(int port) throws Exception;
    }

    /**
     * Starts on the preferred port if it is free, otherwise on any.
     *
     * @throws Exception what the last start threw, if not because its port was taken
     */
    static <T> T start(int preferred, Start<T> start) throws Exception {
        for (int attempt = 1; ; attempt++) {
            int port = FreePorts.preferredOrFree(preferred);
            try {
                return start.on(port);
            } catch (Exception e) {
                if (attempt == ATTEMPTS || FreePorts.isFree(port)) {
                    throw e;
                }
            }
        }
    }
}
