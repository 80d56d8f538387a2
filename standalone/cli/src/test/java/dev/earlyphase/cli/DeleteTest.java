package dev.earlyphase.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.testing.CommandRun;
import dev.earlyphase.cli.testing.FakeGateway;
import dev.earlyphase.cli.testing.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class DeleteTest {
    private static final String STUDY = "/api/v1/studies/" + Samples.STUDY;
    private static final String STORAGE = """
            {"study":"%s","trials":22,"ownTrials":20,"objects":80,"bytes":1200000000,"ownObjects":70,
             "ownBytes":1000000000}""".formatted(Samples.STUDY);

    private final InputStream usualInput = System.in;
    private final FakeGateway gateway =
            new FakeGateway().on("GET " + STUDY + "/storage", 200, STORAGE).on("DELETE " + STUDY, 200, STORAGE);

    @BeforeEach
    void terminal() {
        System.setProperty("earlyphase.asks", "true");
    }

    @AfterEach
    void close() {
        System.clearProperty("earlyphase.asks");
        System.setIn(usualInput);
        gateway.close();
    }

    @Test
    void what_it_frees_is_shown_and_asked_about_first() {
        answer("yes\n");

        CommandRun run = delete();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("holds  22 trials, 80 objects (checkpoints, momenta, masks), 1.2 GB")
                .contains("frees  20 trials, 70 objects (checkpoints, momenta, masks), 1.0 GB: what no other study has")
                .contains("Delete it for good? [y/N]")
                .contains("Deleted: 20 trials, 70 objects, 1.0 GB");
    }

    @Test
    void any_other_answer_leaves_it() {
        answer("\n");

        CommandRun run = delete();

        assertThat(run.out()).endsWith("Nothing was deleted" + System.lineSeparator());
        assertThat(gateway.requests()).noneMatch(request -> request.startsWith("DELETE"));
    }

    @Test
    void without_a_terminal_it_must_be_told_to() {
        System.clearProperty("earlyphase.asks");

        CommandRun run = delete();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("--yes: got nothing, and there is no terminal to ask on");
        assertThat(gateway.requests()).noneMatch(request -> request.startsWith("DELETE"));
    }

    @Test
    void who_has_said_yes_is_not_asked() {
        System.clearProperty("earlyphase.asks");

        CommandRun run = delete("--yes");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).doesNotContain("[y/N]").contains("Deleted:");
    }

    @Test
    void a_dry_run_only_says_what_it_would_free() {
        CommandRun run = delete("--dry-run", "--yes");

        assertThat(run.out()).contains("frees  20 trials");
        assertThat(gateway.requests()).containsExactly("GET " + STUDY + "/storage");
    }

    @Test
    void a_study_under_way_has_to_be_cancelled_first() {
        try (var running = new FakeGateway()) {
            running.on("GET " + STUDY + "/storage", 200, STORAGE)
                    .on("DELETE " + STUDY, 409, "application/problem+json", """
                            {"type":"/errors/conflict","title":"t","status":409,"detail":"3 trials are still to end; cancel it first."}""");

            CommandRun run = CommandRun.of(
                    Main.commandLine(),
                    "delete",
                    Samples.STUDY,
                    "--yes",
                    "--url",
                    running.url().toString());

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .contains("3 trials are still to end; cancel it first.")
                    .contains("To cancel it: earlyphase cancel " + Samples.STUDY);
        }
    }

    private static void answer(String text) {
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private CommandRun delete(String... options) {
        var arguments = new ArrayList<>(
                List.of("delete", Samples.STUDY, "--url", gateway.url().toString()));
        arguments.addAll(List.of(options));
        return CommandRun.of(Main.commandLine(), arguments.toArray(String[]::new));
    }
}
