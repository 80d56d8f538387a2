package dev.earlyphase.reliability.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import dev.earlyphase.reliability.detour.Link;
import dev.earlyphase.reliability.detour.Server;
import dev.earlyphase.reliability.fault.FaultPlan.Planned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultPlanTest {
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final List<Link> LINKS = List.of(new Link("worker-1", Server.STORE));
    private static final Battlefield FIELD = new Battlefield(
            List.of("gateway", "worker-1"),
            List.of("worker-1"),
            "embedded",
            LINKS,
            LINKS,
            EnumSet.allOf(FaultKind.class));

    @Property(tries = 50)
    void the_same_seed_gives_the_same_faults(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int count) {
        assertThat(FaultPlan.of(seed, count, PAUSE, FIELD)).isEqualTo(FaultPlan.of(seed, count, PAUSE, FIELD));
    }

    @Property(tries = 50)
    void every_kind_occurs_as_often_as_any_other_or_once_more(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 60) int count) {
        Map<FaultKind, Long> times = FaultPlan.of(seed, count, PAUSE, FIELD).stream()
                .collect(Collectors.groupingBy(planned -> planned.fault().kind(), Collectors.counting()));

        assertThat(times).hasSize(FaultKind.values().length);
        assertThat(times.values())
                .allMatch(number -> number == count / times.size() || number == count / times.size() + 1);
    }

    @Property(tries = 50)
    void what_a_machine_cannot_do_is_not_planned(@ForAll long seed) {
        Battlefield field = FIELD.only(EnumSet.of(FaultKind.KILL, FaultKind.SLOW));

        Set<FaultKind> kinds = FaultPlan.of(seed, 30, PAUSE, field).stream()
                .map(planned -> planned.fault().kind())
                .collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder(FaultKind.KILL, FaultKind.SLOW);
    }

    @Test
    void that_a_machine_can_do_none_of_what_is_asked_is_said_with_what_it_can_do() {
        Battlefield field = FIELD.only(EnumSet.of(FaultKind.KILL));

        assertThatThrownBy(() -> field.only(EnumSet.of(FaultKind.CLOCK_STEP)))
                .hasMessage("--only: got [clock-step]; allowed, of what this machine can do: [kill]");
    }

    @Property(tries = 20)
    void the_pauses_are_as_long_as_was_asked_in_the_mean(@ForAll long seed) {
        double mean = FaultPlan.of(seed, 2_000, PAUSE, FIELD).stream()
                .map(Planned::pause)
                .map((Function<Duration, Long>) Duration::toMillis)
                .collect(Collectors.averagingLong(millis -> millis));

        assertThat(mean).isBetween(2_800.0, 3_200.0);
    }
}
