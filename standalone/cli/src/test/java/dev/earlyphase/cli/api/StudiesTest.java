package dev.earlyphase.cli.api;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.exit.ExitCode;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.testing.FakeGateway;
import dev.earlyphase.cli.testing.Samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StudiesTest {
    private static final String ONE = "aaaa0000000000000000";
    private static final String OTHER = "aaab0000000000000000";

    private final FakeGateway server = new FakeGateway();
    private final Studies studies = new Gateway(server.url(), Token.NONE).studies();

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void the_beginning_of_an_id_is_enough_where_it_fits_one_study() {
        twoStudies();
        server.on("GET /api/v1/studies/" + OTHER, 200, Samples.study(OTHER, "completed", 2, ""));

        assertThat(studies.read("aaab").id()).isEqualTo(OTHER);
    }

    @Test
    void a_beginning_that_fits_two_studies_is_wrong_usage() {
        twoStudies();

        assertThatThrownBy(() -> studies.read("aaa"))
                .hasMessage(
                        "STUDY: got aaa, with which 2 studies begin; allowed: enough of one of " + ONE + ", " + OTHER)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.WRONG_USAGE));
    }

    @Test
    void a_beginning_that_fits_none_is_said_to() {
        twoStudies();

        assertThatThrownBy(() -> studies.read("b")).hasMessage("There is no study whose id begins with b.");
    }

    @Test
    void a_list_is_read_to_its_last_page() {
        String trials = "GET /api/v1/studies/" + ONE + "/trials?limit=500";
        server.on(trials, 200, "{\"items\":[" + Samples.trial("completed", "") + "],\"next\":\"1 &\"}")
                .on(trials + "&cursor=1+%26", 200, Samples.page(Samples.trial("failed", "")));

        assertThat(studies.trials(ONE)).hasSize(2);
    }

    @Test
    void a_refusal_names_each_field_its_value_and_what_is_allowed() {
        server.on("POST /api/v1/studies", 400, "application/problem+json", """
                {"type":"/errors/invalid","title":"The request is not valid","status":400,
                 "detail":"x","errors":[{"field":"levels","value":"-1","allowed":"a whole number from 0 to 100"}]}""");

        assertThatThrownBy(() -> studies.submit(new StudyFile("levels: -1", "application/yaml")))
                .hasMessage("The request is not valid:%n  levels: got -1; allowed: a whole number from 0 to 100"
                        .formatted())
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.WRONG_USAGE));
    }

    @Test
    void a_refusal_without_fields_is_told_by_its_detail() {
        server.on("POST /api/v1/studies/" + ONE + "/cancel", 409, "application/problem+json", """
                {"type":"/errors/conflict","title":"t","status":409,"detail":"The study has ended."}""");

        assertThatThrownBy(() -> studies.cancel(ONE)).hasMessage("The study has ended.");
    }

    @Test
    void a_platform_without_its_database_counts_as_not_reachable() {
        server.on("GET /api/v1/studies/" + ONE, 503, "application/problem+json", """
                {"type":"/errors/unavailable","title":"t","status":503,"detail":"Postgres does not answer."}""");

        assertThatThrownBy(() -> studies.read(ONE))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.NOT_REACHABLE));
    }

    private void twoStudies() {
        server.on(
                "GET /api/v1/studies?limit=500",
                200,
                Samples.page(Samples.study(ONE, "running", 0, ""), Samples.study(OTHER, "running", 0, "")));
    }
}
