package dev.earlyphase.reliability.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.reliability.fault.Lies;

/** All that must hold once the faults are over and the studies have ended. */
public final class Checks {
    private Checks() {}

    /** Nothing waits in Kafka. */
    static final Check CAUGHT_UP = new CaughtUp();

    /** In the order in which they are best read: what fails first explains what fails later. */
    public static final List<Check> ALL = List.of(
            new QueryCheck(
                    "every trial has ended, completed",
                    "select id || ' is ' || state || ': ' || coalesce(reason, '') from study.trial where state <> 'completed'"),
            new QueryCheck("every trial was completed exactly once", """
                    select t.id || ' was completed ' || count(a.number) || ' times'
                    from study.trial t left join study.attempt a on a.trial = t.id and a.outcome = 'completed'
                    group by t.id having count(a.number) <> 1"""),
            new QueryCheck("every attempt has an end", """
                    select trial || ' attempt ' || number || ' of ' || worker from study.attempt where ended is null"""),
            new QueryCheck(
                    "no lease is left",
                    "select id || ' until ' || lease_until from study.trial where state = 'running'"),
            new QueryCheck(
                    "the outbox is empty", "select topic || ' ' || key || ' since ' || created from study.outbox"),
            new SameWeights(),
            new SameRows(),
            new QueryCheck("telemetry has every iteration once", """
                    select t.id || ' has ' || count(r.iteration) || ' of ' || (t.end_iteration - t.begin_iteration)
                    from study.trial t left join results.telemetry r on r.trial = t.id
                    where t.state = 'completed'
                    group by t.id
                    having count(r.iteration) <> t.end_iteration - t.begin_iteration"""),
            new RowsHaveObjects(),
            new ObjectsHaveRows(),
            CAUGHT_UP,
            new DeadLetters());

    /** The weights at the end of each trial are those of an undisturbed run. */
    private record SameWeights() implements Check {
        @Override
        public String sentence() {
            return "every trial's weights at its end are those of an undisturbed run (SHA-256)";
        }

        @Override
        public List<String> violations(Evidence evidence) throws Exception {
            Map<String, String> weights = Results.weights(evidence.database());
            var other = new TreeMap<>(weights);
            other.entrySet().removeAll(evidence.results().weights().entrySet());
            var violations = new ArrayList<String>();
            other.forEach((trial, sha256) -> violations.add("%s: %s, undisturbed %s"
                    .formatted(trial, sha256, evidence.results().weights().get(trial))));
            Set<String> lacking = new TreeSet<>(evidence.results().weights().keySet());
            lacking.removeAll(weights.keySet());
            lacking.forEach(trial -> violations.add(trial + " is not there"));
            return violations;
        }
    }

    private record CaughtUp() implements Check {
        @Override
        public String sentence() {
            return "every record has been taken";
        }

        @Override
        public List<String> violations(Evidence evidence) throws Exception {
            var violations = new ArrayList<String>();
            for (var way : List.of(
                    List.of("orchestrator", Topics.CHECKPOINT_EVENTS),
                    List.of("analyzer", Topics.CHECKPOINT_EVENTS),
                    List.of("analyzer", Topics.TRIAL_TELEMETRY))) {
                long behind = evidence.topics().behind(way.getFirst(), way.getLast());
                if (behind != 0) {
                    violations.add("%s is %d records behind in %s".formatted(way.getFirst(), behind, way.getLast()));
                }
            }
            return violations;
        }
    }

    /** Only what was never true could not be taken. */
    private record DeadLetters() implements Check {
        private static final long MOST = 10_000;

        @Override
        public String sentence() {
            return "no record but the lies is among the dead letters";
        }

        @Override
        public List<String> violations(Evidence evidence) {
            return evidence.topics().last(Topics.DEAD_LETTERS, MOST).stream()
                    .filter(record -> !Lies.isForeign(record.key()))
                    .filter(record -> !record.value().contains(Lies.WRONG_SHA256))
                    .map(record -> "%s: %s"
                            .formatted(
                                    new String(record.headers()
                                            .lastHeader("dead-letter-reason")
                                            .value()),
                                    record.value()))
                    .toList();
        }
    }
}
