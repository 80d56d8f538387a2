package dev.earlyphase.cli.progress;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.Token;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.testing.FakeGateway;
import dev.earlyphase.cli.testing.Samples;
import dev.earlyphase.contracts.study.StudyView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WatchTest {
    private static final String READ = "GET /api/v1/studies/" + Samples.STUDY;

    private final FakeGateway server = new FakeGateway();
    private final StringWriter printed = new StringWriter();
    private final Watch watch = new Watch(
            new Gateway(server.url(), Token.NONE).studies(), new Terminal(new PrintWriter(printed), false, 80));

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void a_study_is_followed_until_it_has_completed() {
        server.on(READ, 200, Samples.study("running", 1, "\"completed\":1,\"running\":1"))
                .on(READ, 200, Samples.study("completed", 2, "\"completed\":2"));

        StudyView study = watch.untilEnd(Samples.STUDY);

        assertThat(study.state()).isEqualTo(StudyView.State.COMPLETED);
        assertThat(printed.toString()).contains("1 of 2 trials").contains("Completed: 2 trials, 2 completed in ");
    }

    @Test
    void a_gateway_that_is_away_for_a_while_is_waited_for() {
        server.on(READ, 503, "text/plain", "restarting")
                .on(READ, 200, Samples.study("completed", 2, "\"completed\":2"));

        watch.untilEnd(Samples.STUDY);

        assertThat(printed.toString()).contains("waiting for the gateway").contains("Completed");
    }

    @Test
    void a_cancelled_study_ends_the_command_with_a_failure() {
        server.on(READ, 200, Samples.study("cancelled", 0, "\"cancelled\":2"));

        assertThatThrownBy(() -> watch.untilEnd(Samples.STUDY)).hasMessage("The study was cancelled.");
    }
}
