package dev.earlyphase.cli;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.testing.CommandRun;
import dev.earlyphase.cli.testing.FakeGateway;
import dev.earlyphase.cli.testing.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayTest {
    private static final String READ = "GET /api/v1/trials/";
    private static final String REPLAY = "POST /api/v1/trials/" + Samples.TRIAL + "/replay";
    private static final String ASKED = "\"expected\":\"aaaa\"";

    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void closeGateway() {
        gateway.close();
    }

    @Test
    void equal_weights_are_said_to_be() {
        given(compared("aaaa", true));

        CommandRun run = replay();

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Trial " + Samples.TRIAL + " is trained again")
                .contains("expected  aaaa")
                .contains("actual    aaaa  torch 2.7")
                .contains("Equal");
    }

    @Test
    void other_weights_are_a_failure() {
        given(compared("bbbb", false));

        CommandRun run = replay();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("expected  aaaa").contains("actual    bbbb");
        assertThat(run.err()).startsWith("The weights differ.");
    }

    @Test
    void a_repetition_that_diverged_has_no_weights_to_show() {
        String diverged = Samples.repeated("completed", 1876, ASKED + ",\"equal\":false")
                .replace("\"attempts\"", "\"reason\":\"it diverged\",\"attempts\"");
        gateway.on(READ + "abababab", 200, Samples.trial("completed", ""))
                .on(REPLAY, 202, Samples.repeated("ready", 0, ASKED))
                .on(READ + Samples.TRIAL, 200, diverged);

        CommandRun run = replay();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("actual    none: it diverged");
    }

    @Test
    void a_repetition_that_is_under_way_is_followed_and_not_asked_for_again() {
        gateway.on(READ + "abababab", 200, Samples.repeated("running", 10, ASKED))
                .on(READ + Samples.TRIAL, 200, Samples.repeated("completed", 1876, compared("aaaa", true)));

        CommandRun run = replay();

        assertThat(run.exitCode()).isZero();
        assertThat(gateway.requests()).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void a_trial_that_has_not_completed_cannot_be_compared() {
        gateway.on(READ + "abababab", 200, Samples.trial("running", ""))
                .on(REPLAY, 409, "application/problem+json", """
                        {"type":"/errors/conflict","title":"t","status":409,"detail":"Trial abab runs."}""");

        CommandRun run = replay();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("Trial abab runs.");
    }

    @Test
    void no_patience_at_all_is_wrong_usage() {
        CommandRun run = replay("--silence", "0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualToIgnoringNewLines("--silence: got 0; allowed: a whole number of at least 1");
    }

    private void given(String compared) {
        gateway.on(READ + "abababab", 200, Samples.trial("completed", ""))
                .on(REPLAY, 202, Samples.repeated("ready", 0, ASKED))
                .on(READ + Samples.TRIAL, 200, Samples.repeated("completed", 1876, compared));
    }

    private static String compared(String actual, boolean equal) {
        return "%s,\"actual\":\"%s\",\"equal\":%s,\"engine\":\"torch 2.7\"".formatted(ASKED, actual, equal);
    }

    private CommandRun replay(String... options) {
        var arguments = new ArrayList<>(
                List.of("replay", "abababab", "--url", gateway.url().toString()));
        arguments.addAll(List.of(options));
        return CommandRun.of(Main.commandLine(), arguments.toArray(String[]::new));
    }
}
