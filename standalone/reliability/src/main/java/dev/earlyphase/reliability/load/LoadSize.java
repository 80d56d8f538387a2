package dev.earlyphase.reliability.load;

import java.time.Duration;
import java.util.List;

import dev.earlyphase.cli.exit.Failure;

/**
 * How much is asked.
 *
 * @param clients how many there are, each number in turn
 * @param length of each measurement
 * @param listening how long event streams are followed
 * @param pause of a client between an answer and its next request, on average
 */
record LoadSize(List<Integer> clients, Duration length, Duration listening, Duration pause) {
    private static final int MOST = 2_000;

    LoadSize {
        clients = List.copyOf(clients);
        if (clients.isEmpty() || clients.stream().anyMatch(number -> number < 1 || number > MOST)) {
            throw Failure.ofUsage("--clients: got %s; allowed: whole numbers from 1 to %d".formatted(clients, MOST));
        }
        atLeastOne("--seconds", length);
        atLeastOne("--listen", listening);
        if (pause.isNegative()) {
            throw Failure.ofUsage("--pause: got %d; allowed: 0 or more milliseconds".formatted(pause.toMillis()));
        }
    }

    int most() {
        return clients.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    private static void atLeastOne(String option, Duration length) {
        if (length.toSeconds() < 1) {
            throw Failure.ofUsage("%s: got %d; allowed: 1 or more seconds".formatted(option, length.toSeconds()));
        }
    }
}
