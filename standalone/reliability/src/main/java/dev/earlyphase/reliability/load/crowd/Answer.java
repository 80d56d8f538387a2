package dev.earlyphase.reliability.load.crowd;

/**
 * One request and what became of it.
 *
 * @param status 0 where there was no answer
 * @param millis from the request to the last byte
 * @param wellRefused of a refusal (429, 503): whether it says when to come again, as a problem
 * @param fault why there was no answer; null where there was one
 */
record Answer(int status, double millis, boolean wellRefused, String fault) {
    boolean isRefusal() {
        return status == 429 || status == 503;
    }
}
