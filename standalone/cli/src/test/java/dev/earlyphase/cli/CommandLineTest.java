package dev.earlyphase.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.cli.testing.CommandRun;
import dev.earlyphase.cli.testing.FakeGateway;
import dev.earlyphase.cli.testing.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTest {
    private final FakeGateway gateway = new FakeGateway();

    @TempDir
    private Path folder;

    @AfterEach
    void closeGateway() {
        gateway.close();
    }

    @Test
    void an_unknown_option_is_wrong_usage_and_the_help_is_pointed_to() {
        CommandRun run = run("up", "--wokers", "2");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Unknown options: '--wokers'").contains("Try: earlyphase up --help");
    }

    @Test
    void without_a_running_stack_there_is_nothing_to_talk_to() {
        CommandRun run = run("watch", "abc", "--home", folder.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("Nothing runs in " + folder).contains("--url");
    }

    @Test
    void down_without_a_running_stack_has_nothing_to_do() {
        CommandRun run = run("down", "--home", folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Nothing runs in");
    }

    @Test
    void a_gateway_that_nobody_listens_for_cannot_be_connected_to() {
        CommandRun run = run("watch", Samples.STUDY, "--url", "http://127.0.0.1:1");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("Cannot connect to http://127.0.0.1:1");
    }

    @Test
    void a_plan_is_told_in_full() throws Exception {
        gateway.on("POST /api/v1/studies?dryRun=true", 200, """
                {"study":"0123456789abcdef0123","name":"tickets","trials":22,"sharedTrials":2,"newTrials":20,
                 "iterations":41272,"newIterations":37520,"checkpoints":66,"bytes":1234567890,"newBytes":70400000,
                 "secondsAnIteration":0.0041,"gpuHours":0.0427,"secondsEstimate":130.2}""");

        CommandRun run = run("plan", study().toString(), "--url", gateway.url().toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("22: 20 to train, 2 known already")
                .contains("41,272: 37,520 to run")
                .contains("66, 1.2 GB: 70.4 MB to write")
                .contains("4.10 ms an iteration")
                .contains("0.043 of one slot")
                .contains("about 2 min 10 s");
    }

    @Test
    void what_was_never_measured_is_not_estimated() throws Exception {
        gateway.on("POST /api/v1/studies?dryRun=true", 200, """
                {"study":"0123456789abcdef0123","name":"tickets","trials":22,"sharedTrials":0,"newTrials":22,
                 "iterations":41272,"newIterations":41272,"checkpoints":66,"bytes":100,"newBytes":100}""");

        CommandRun run = run("plan", study().toString(), "--url", gateway.url().toString());

        assertThat(run.out().lines().filter(line -> line.contains("unknown: no worker has trained this network")))
                .hasSize(3);
    }

    @Test
    void submitting_the_same_study_again_says_that_it_is_known() throws Exception {
        gateway.on("POST /api/v1/studies", 200, Samples.study("completed", 2, "\"completed\":2"));

        CommandRun run =
                run("submit", study().toString(), "--url", gateway.url().toString());

        assertThat(run.out()).contains(Samples.STUDY).contains("2 trials (known already)");
        assertThat(gateway.requests()).containsExactly("POST /api/v1/studies application/yaml levels: 1\n");
    }

    @Test
    void a_study_that_fails_under_watch_is_a_failure_with_its_reason() throws Exception {
        gateway.on("POST /api/v1/studies", 201, Samples.study("running", 0, "\"running\":2"))
                .on("GET /api/v1/studies/" + Samples.STUDY, 200, Samples.study("failed", 2, "\"failed\":2"))
                .on(
                        "GET /api/v1/studies/" + Samples.STUDY + "/trials?limit=500",
                        200,
                        Samples.page(Samples.trial("failed", "the object store was away")));

        CommandRun run = run(
                "submit", study().toString(), "--watch", "--url", gateway.url().toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("trial abababababab: the object store was away");
    }

    @Test
    void a_study_that_ends_well_under_watch_says_where_its_figures_are() {
        String study = "/api/v1/studies/" + Samples.STUDY;
        gateway.on("GET " + study, 200, Samples.study("completed", 2, "\"completed\":2"))
                .on("GET " + study + "/figures", 200, Samples.figures());

        CommandRun run = run("watch", Samples.STUDY, "--url", gateway.url().toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Figure   " + gateway.url() + study + "/figures/figure-1.svg")
                .contains("Look     earlyphase open " + Samples.STUDY)
                .contains("Here     earlyphase results " + Samples.STUDY)
                .contains("figure-3  The first iterations");
    }

    @Test
    void an_id_that_is_no_studys_is_taken_for_a_trials() {
        gateway.on("GET /api/v1/studies?limit=500", 200, Samples.page())
                .on("POST /api/v1/trials/abababab/retry", 200, Samples.trial("ready", ""));

        CommandRun run = run("retry", "abababab", "--url", gateway.url().toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("ready");
    }

    private Path study() throws Exception {
        return Files.writeString(folder.resolve("study.yaml"), "levels: 1\n");
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(Main.commandLine(), arguments);
    }
}
