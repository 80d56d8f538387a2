package dev.earlyphase.reliability.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.reliability.evidence.Database;
import dev.earlyphase.reliability.evidence.Topics;

/** Waits for what is still under way after the last trial has ended: events, statistics, deletions. */
public final class Settling {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private Settling() {}

    /**
     * Checks until all holds, or a limit of three minutes has passed.
     *
     * @return the violations that are left, by the check's sentence; checks that hold have none
     */
    public static Map<String, List<String>> violations(Evidence evidence) {
        Instant deadline = Instant.now().plus(LIMIT);
        while (true) {
            Map<String, List<String>> violations = look(evidence);
            boolean holds = violations.values().stream().allMatch(List::isEmpty);
            if (holds || Instant.now().isAfter(deadline)) {
                return violations;
            }
            Interruption.pause(PAUSE);
        }
    }

    /** The results of a stack whose studies have ended, once nothing waits in Kafka any more. */
    public static Results results(EmbeddedAddresses addresses) {
        var evidence = new Evidence(new Database(addresses), new Topics(addresses.kafka()), null, null);
        Instant deadline = Instant.now().plus(LIMIT);
        while (!Checks.CAUGHT_UP.holds(evidence)) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("after " + LIMIT.toMinutes() + " min records still wait in Kafka");
            }
            Interruption.pause(PAUSE);
        }
        try {
            return Results.of(evidence.database());
        } catch (Exception e) {
            throw new IllegalStateException("cannot read the results of the undisturbed run", e);
        }
    }

    private static Map<String, List<String>> look(Evidence evidence) {
        var violations = new LinkedHashMap<String, List<String>>();
        for (Check check : Checks.ALL) {
            try {
                violations.put(check.sentence(), check.violations(evidence));
            } catch (Exception e) {
                violations.put(check.sentence(), new ArrayList<>(List.of("cannot be checked: " + e)));
            }
        }
        return violations;
    }
}
