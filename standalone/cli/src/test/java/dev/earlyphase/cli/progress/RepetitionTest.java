package dev.earlyphase.cli.progress;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.Json;
import dev.earlyphase.cli.api.Token;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.testing.FakeGateway;
import dev.earlyphase.cli.testing.Samples;
import dev.earlyphase.contracts.study.TrialView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RepetitionTest {
    private static final String READ = "GET /api/v1/trials/" + Samples.TRIAL;
    private static final String ASKED = "\"expected\":\"aa\"";

    private final FakeGateway server = new FakeGateway();
    private final StringWriter printed = new StringWriter();

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void it_is_followed_until_the_weights_have_been_compared() {
        server.on(
                READ, 200, Samples.repeated("completed", 1876, "\"expected\":\"aa\",\"actual\":\"aa\",\"equal\":true"));

        TrialView trial = repetition(Clock.systemUTC()).untilCompared(trial("running", 876));

        assertThat(trial.verification().equal()).isTrue();
        assertThat(printed.toString()).contains("876 of 1,876 iterations  100 it/s  10 s left");
    }

    @Test
    void one_that_fails_is_a_failure_with_its_reason() {
        server.on(READ, 200, Samples.trial("completed", "its repetition failed: no memory"));

        assertThatThrownBy(() -> repetition(Clock.systemUTC()).untilCompared(trial("ready", 0)))
                .hasMessage("Nothing was compared: the trial is completed, its repetition failed: no memory");
    }

    @Test
    void one_that_was_cancelled_is_not_waited_for() {
        server.on(READ, 200, Samples.repeated("cancelled", 10, ASKED));

        assertThatThrownBy(() -> repetition(Clock.systemUTC()).untilCompared(trial("running", 0)))
                .hasMessage("Nothing was compared: the trial is cancelled");
    }

    @Test
    void when_nothing_happens_for_too_long_it_says_what_it_waits_for() {
        server.on(READ, 200, Samples.repeated("ready", 0, ASKED));

        assertThatThrownBy(() -> repetition(minuteByMinute()).untilCompared(trial("ready", 0)))
                .hasMessageContaining(
                        "Nothing happened to trial abababababab for 1 min 0 s: waiting for a free worker.")
                .hasMessageContaining("earlyphase replay abababababab");
    }

    private Repetition repetition(Clock clock) {
        var terminal = new Terminal(new PrintWriter(printed), false, 80);
        return new Repetition(new Gateway(server.url(), Token.NONE).trials(), terminal, Duration.ofMinutes(1), clock);
    }

    private static TrialView trial(String state, int iteration) {
        return Json.read(Samples.repeated(state, iteration, ASKED), TrialView.class);
    }

    /** Each look at it is a minute later than the one before. */
    private static Clock minuteByMinute() {
        var looks = new AtomicInteger();
        InstantSource source = () -> Instant.EPOCH.plus(Duration.ofMinutes(looks.getAndIncrement()));
        return source.withZone(ZoneOffset.UTC);
    }
}
