package dev.earlyphase.cli.stack;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.exit.ExitCode;
import dev.earlyphase.cli.exit.Failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTest {
    private static final OptionalInt NO_WISH = OptionalInt.empty();

    @Test
    void the_usual_ports_are_taken_where_they_are_free() {
        Ports ports = choose(NO_WISH, 2, Set.of());

        assertThat(ports).isEqualTo(new Ports(both(8080), both(8081), both(8082), List.of(both(8083), both(8084))));
    }

    @Test
    void what_is_busy_moves_and_the_others_stay() {
        Ports ports = choose(NO_WISH, 2, Set.of(8080, 8083, 9081));

        assertThat(ports)
                .isEqualTo(new Ports(
                        new ServicePorts(50_000, 9080),
                        new ServicePorts(8081, 50_001),
                        both(8082),
                        List.of(new ServicePorts(50_002, 9083), both(8084))));
    }

    @Test
    void no_port_is_given_twice() {
        Ports ports = choose(OptionalInt.of(8083), 1, Set.of());

        assertThat(ports.gateway().http()).isEqualTo(8083);
        assertThat(ports.workers()).containsExactly(new ServicePorts(50_000, 9083));
    }

    @Test
    void a_busy_port_that_the_user_insists_on_is_an_error() {
        assertThatThrownBy(() -> choose(OptionalInt.of(9000), 1, Set.of(9000)))
                .hasMessage("--port: got 9000, which another process listens on; allowed: a free port")
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.WRONG_USAGE));
    }

    private static ServicePorts both(int http) {
        return new ServicePorts(http, http + 1000);
    }

    private static Ports choose(OptionalInt gateway, int workers, Set<Integer> busy) {
        var taken = new HashSet<>(busy);
        var others = IntStream.iterate(50_000, port -> port + 1).iterator();
        return Ports.choose(gateway, workers, taken::add, others::nextInt);
    }
}
