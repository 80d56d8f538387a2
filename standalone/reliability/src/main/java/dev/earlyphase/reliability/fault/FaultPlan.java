package dev.earlyphase.reliability.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.reliability.detour.Behaviour;

/** Which faults happen when: a function of a seed, so that a run can be repeated. */
public final class FaultPlan {
    private static final double SHORTEST_SHARE = 0.2;
    private static final List<Integer> STATUSES = List.of(500, 503);
    private static final List<String> TOPICS =
            List.of(Topics.CHECKPOINT_EVENTS, Topics.TRIAL_TELEMETRY, Topics.TRIAL_SPECS);

    private final Random random;
    private final Battlefield field;

    private FaultPlan(long seed, Battlefield field) {
        this.random = new Random(seed);
        this.field = field;
    }

    /** A fault, and how long after the one before it. */
    public record Planned(Duration pause, Fault fault) {}

    /**
     * Every kind occurs as often as any other, or once more.
     *
     * @param count how many faults
     * @param pause between two of them, in the mean
     */
    public static List<Planned> of(long seed, int count, Duration pause, Battlefield field) {
        var plan = new FaultPlan(seed, field);
        return plan.kinds(count).stream()
                .map(kind -> new Planned(plan.pause(pause), plan.fault(kind)))
                .toList();
    }

    private List<FaultKind> kinds(int count) {
        var kinds = new ArrayList<FaultKind>();
        while (kinds.size() < count) {
            var round = new ArrayList<>(field.kinds());
            Collections.shuffle(round, random);
            kinds.addAll(round);
        }
        return kinds.subList(0, count);
    }

    private Duration pause(Duration mean) {
        double share = SHORTEST_SHARE + random.nextDouble() * 2 * (1 - SHORTEST_SHARE);
        return Duration.ofMillis(Math.round(mean.toMillis() * share));
    }

    private Fault fault(FaultKind kind) {
        return switch (kind) {
            case KILL -> new Fault.Signalled(kind, any(processes()), Signal.KILL);
            case TERMINATE -> new Fault.Signalled(kind, any(processes()), Signal.TERM);
            case FREEZE -> new Fault.Frozen(kind, any(processes()), seconds(2, 12));
            case FREEZE_PAST_LEASE -> new Fault.Frozen(kind, any(field.workers()), seconds(33, 40));
            case KILL_POSTGRES -> new Fault.Signalled(kind, Injector.POSTGRES, Signal.KILL);
            case CUT, RESET -> new Fault.Broken(kind, any(field.links()));
            case SLOW ->
                new Fault.Harmed(
                        kind,
                        any(field.links()),
                        new Behaviour.Slow(Duration.ofMillis(20 + random.nextInt(480))),
                        seconds(3, 10));
            case REFUSE -> new Fault.Harmed(kind, any(field.links()), new Behaviour.Refusing(), seconds(2, 12));
            case STORE_ANSWERS ->
                new Fault.Harmed(kind, any(field.storeLinks()), new Behaviour.Answering(any(STATUSES)), seconds(3, 15));
            case STORE_TRUNCATES ->
                new Fault.Harmed(kind, any(field.storeLinks()), new Behaviour.Truncating(), seconds(3, 12));
            case STORE_CORRUPTS ->
                new Fault.Harmed(kind, any(field.storeLinks()), new Behaviour.Corrupting(), seconds(3, 12));
            case TRANSACTIONS_ABORTED -> new Fault.Aborted(kind);
            case TABLES_LOCKED -> new Fault.Locked(kind, seconds(1, 8));
            case DISK_FULL -> new Fault.Full(kind, seconds(2, 8));
            case CLOCK_STEP -> new Fault.Stepped(kind, any(processes()), step());
            case RECORDS_REPEATED -> new Fault.Repeated(kind, any(TOPICS), 5 + random.nextInt(45), random.nextLong());
            case LIE_OF_OLD_ATTEMPT, LIE_OF_FOREIGN_TRIAL, LIE_OF_CHECKSUM -> new Fault.Lie(kind, random.nextLong());
        };
    }

    private List<String> processes() {
        return Stream.concat(field.services().stream(), Stream.of(field.embedded()))
                .toList();
    }

    /** A few minutes forwards or backwards: no more than the store's signatures allow. */
    private Duration step() {
        Duration step = Duration.ofSeconds(60 + random.nextInt(240));
        return random.nextBoolean() ? step : step.negated();
    }

    private Duration seconds(int least, int most) {
        return Duration.ofSeconds(least + random.nextInt(most - least + 1));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
