package dev.earlyphase.cli;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.api.Json;
import dev.earlyphase.cli.testing.CommandRun;
import dev.earlyphase.cli.testing.FakeGateway;
import dev.earlyphase.cli.testing.Samples;
import dev.earlyphase.contracts.study.StudyView;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands that only look: list, show, logs, open. */
class LookingTest {
    private static final String OTHER = "ffff456789abcdef0123";
    private static final String TRIAL = "GET /api/v1/trials/" + Samples.TRIAL;

    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void closeGateway() {
        gateway.close();
    }

    @Test
    void studies_are_listed_with_how_far_they_are() {
        twoStudies();

        CommandRun run = run("list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().toList().getFirst())
                .matches("STUDY +NAME +RECIPE +STATE +DONE +TRIALS +OWNER +AGE");
        assertThat(run.out()).containsPattern("0123456789ab +tickets +imp-rewinding +running +50 % +2");
    }

    @Test
    void studies_are_picked_by_state_text_and_owner() {
        twoStudies();
        gateway.on("GET /api/v1/studies?limit=500&owner=ada", 200, Samples.page());

        assertThat(run("list", "--state", "completed").out())
                .contains("ffff456789ab")
                .doesNotContain("0123456789ab");
        assertThat(run("list", "--text", "ffff").out()).contains("ffff456789ab").doesNotContain("0123456789ab");
        assertThat(run("list", "--recipe", "dense").out()).contains("No study is like that");
        assertThat(run("list", "--owner", "ada").out()).contains("No study is like that");
    }

    @Test
    void more_studies_than_asked_for_are_said_to_be_there() {
        twoStudies();

        assertThat(run("list", "--limit", "1").out())
                .contains("There are more: --limit N")
                .doesNotContain("ffff");
        assertThat(run("list", "--limit", "0").exitCode()).isEqualTo(2);
        assertThat(run("list", "--state", "done").err()).contains("--state: got done; allowed: running, completed");
    }

    @Test
    void a_list_is_json_on_request() {
        twoStudies();

        StudyView[] studies = Json.read(run("list", "--json").out(), StudyView[].class);

        assertThat(studies).extracting(StudyView::id).containsExactly(Samples.STUDY, OTHER);
    }

    @Test
    void a_name_cannot_steer_the_terminal() {
        gateway.on(
                "GET /api/v1/studies?limit=500",
                200,
                Samples.page(Samples.study("running", 1, "").replace("tickets", "a\\u001b[2Jb")));

        assertThat(run("list").out()).doesNotContain("\033").contains("a [2Jb");
    }

    @Test
    void a_study_is_shown_with_what_failed() {
        gateway.on("GET /api/v1/studies?limit=500", 200, Samples.page(Samples.study("failed", 2, "")))
                .on("GET /api/v1/studies/" + Samples.STUDY, 200, Samples.study("failed", 2, "\"failed\":2"))
                .on(
                        "GET /api/v1/studies/" + Samples.STUDY + "/trials?state=failed&limit=5",
                        200,
                        Samples.page(Samples.trial("failed", "the object store was away")));

        CommandRun run = run("show", "0123");

        assertThat(run.out())
                .contains(Samples.STUDY + "  tickets")
                .contains("trials     2: 2 failed")
                .contains("abababababab")
                .contains("the object store was away");
    }

    @Test
    void the_trials_of_a_study_are_a_table() {
        gateway.on("GET /api/v1/studies?limit=500", 200, Samples.page(Samples.study("completed", 2, "")))
                .on(
                        "GET /api/v1/studies/" + Samples.STUDY + "/trials?limit=500",
                        200,
                        Samples.page(Samples.trial("a", 1, "200it")));

        assertThat(run("show", "0123", "--trials").out())
                .containsPattern("aaaaaaaaaaaa +level 1, seed 1, 200it +completed +100 of 100");
    }

    @Test
    void an_id_that_is_no_studys_shows_a_trial() {
        gateway.on("GET /api/v1/studies?limit=500", 200, Samples.page())
                .on("GET /api/v1/trials/abababab", 200, Samples.trial("failed", "out of memory"));

        assertThat(run("show", "abababab").out())
                .contains("trial " + Samples.TRIAL)
                .contains("state      failed, out of memory")
                .contains("earlyphase logs abababababab");
    }

    @Test
    void logs_tell_of_each_attempt_what_its_worker_put_down_and_why_it_ended() {
        attempts();

        CommandRun run = run("logs", Samples.TRIAL);

        assertThat(run.out()).isEqualToNormalizingNewlines("""
                2026-11-25T08:00:00Z      attempt 1  began on w-1 with torch, from its begin
                2026-11-25T08:01:00Z      attempt 1  lost at 40it: worker w-1 was not heard of for its lease
                    (no log of it: its worker could not write one)
                2026-11-25T08:02:00Z      attempt 2  began on w-2, from 30it, where an earlier one left off
                2026-11-25T08:02:01.500Z  attempt 2  checkpoint at 60it kept, observed
                    at a.b.C
                2026-11-25T08:03:00Z      attempt 2  failed at 60it: the store did not answer
                The trial is failed at 0it of 100it: the store did not answer
                """);
    }

    @Test
    void logs_of_one_attempt_are_of_that_alone() {
        attempts();

        assertThat(run("logs", Samples.TRIAL, "--attempt", "2").out())
                .contains("attempt 2")
                .doesNotContain("attempt 1");
        assertThat(run("logs", Samples.TRIAL, "--attempt", "7").err()).contains("--attempt: got 7; allowed: 1 to 1");
    }

    @Test
    void logs_are_followed_until_the_trial_has_ended() {
        gateway.on(TRIAL, 200, Samples.trial("running", ""));
        gateway.on(TRIAL, 200, Samples.trial("running", ""));
        gateway.on(TRIAL + "/attempts", 200, "[" + SECOND.replaceAll(",\"ended\".*", "}") + "]");
        attempts();

        CommandRun run = run("logs", Samples.TRIAL, "--follow");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().filter(line -> line.contains("attempt 2  began")))
                .hasSize(1);
        assertThat(run.out()).contains("attempt 2  failed at 60it").endsWith("the store did not answer\n");
    }

    @Test
    void without_a_terminal_the_pages_address_is_printed() {
        gateway.on("GET /api/v1/studies/" + Samples.STUDY, 200, Samples.study("completed", 2, ""));

        assertThat(run("open", Samples.STUDY).out())
                .isEqualToNormalizingNewlines(gateway.url() + "/#/studies/" + Samples.STUDY + "\n");
        assertThat(run("open", "--json").out()).contains("\"address\" : \"" + gateway.url() + "/#/\"");
    }

    @Test
    void a_cancelled_study_is_json_on_request_and_nothing_else_is_printed() {
        gateway.on("POST /api/v1/studies/" + Samples.STUDY + "/cancel", 200, Samples.study("cancelled", 2, ""));

        CommandRun run = run("cancel", Samples.STUDY, "--json");

        assertThat(Json.read(run.out(), StudyView.class).state()).isEqualTo(StudyView.State.CANCELLED);
    }

    @Test
    void under_watch_each_change_is_a_line_of_json_on_request() {
        gateway.on("GET /api/v1/studies/" + Samples.STUDY, 200, Samples.study("running", 1, ""))
                .on("GET /api/v1/studies/" + Samples.STUDY, 200, Samples.study("running", 1, ""))
                .on("GET /api/v1/studies/" + Samples.STUDY, 200, Samples.study("completed", 2, ""));

        CommandRun run = run("watch", Samples.STUDY, "--json");

        assertThat(run.out().lines().map(line -> Json.read(line, StudyView.class)
                        .state()))
                .containsSubsequence(StudyView.State.RUNNING, StudyView.State.COMPLETED)
                .hasSize(2);
        assertThat(run.err()).contains("Completed: 2 trials");
    }

    private static final String FIRST = """
            {"number":1,"worker":"w-1","engine":"torch","began":"2026-11-25T08:00:00Z","iteration":40,\
            "ended":"2026-11-25T08:01:00Z","outcome":"lost","cause":"worker w-1 was not heard of for its lease"}""";
    private static final String SECOND = """
            {"number":2,"worker":"w-2","began":"2026-11-25T08:02:00Z","resumed":30,"iteration":60,\
            "ended":"2026-11-25T08:03:00Z","outcome":"failed","cause":"the store did not answer"}""";

    private void attempts() {
        gateway.on(TRIAL, 200, Samples.trial("failed", "the store did not answer"))
                .on(TRIAL + "/attempts", 200, "[" + FIRST + "," + SECOND + "]")
                .on(TRIAL + "/attempts/1/log", 404, "text/plain", "none")
                .on(
                        TRIAL + "/attempts/2/log",
                        200,
                        "text/plain",
                        "2026-11-25T08:02:01.500Z  checkpoint at 60it kept, observed\n    at a.b.C\n");
    }

    private void twoStudies() {
        gateway.on(
                "GET /api/v1/studies?limit=500",
                200,
                Samples.page(Samples.study("running", 1, ""), Samples.study(OTHER, "completed", 2, "")));
    }

    private CommandRun run(String... words) {
        var arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--url", gateway.url().toString()));
        return CommandRun.of(Main.commandLine(), arguments.toArray(String[]::new));
    }
}
