package dev.earlyphase.cli.home;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessIdentityTest {
    @Test
    void a_living_process_is_found() {
        assertThat(ProcessIdentity.current().find()).contains(ProcessHandle.current());
    }

    @Test
    void a_process_that_got_the_number_later_is_another() {
        var former = new ProcessIdentity(
                ProcessHandle.current().pid(),
                ProcessIdentity.current().started().minus(Duration.ofMinutes(1)));

        assertThat(former.isAlive()).isFalse();
    }

    @Test
    void a_clock_that_was_set_a_little_does_not_hide_it() {
        var seen = new ProcessIdentity(
                ProcessHandle.current().pid(),
                ProcessIdentity.current().started().plusSeconds(1));

        assertThat(seen.isAlive()).isTrue();
    }
}
