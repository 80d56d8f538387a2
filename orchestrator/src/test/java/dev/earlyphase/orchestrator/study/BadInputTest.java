package dev.earlyphase.orchestrator.study;

import java.util.List;
import java.util.stream.LongStream;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.error.FieldError;
import dev.earlyphase.contracts.error.Problem;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.Platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class BadInputTest {
    @Inject
    Platform platform;

    @Test
    void a_bad_field_is_answered_with_a_problem_that_names_it() {
        Response response = given().contentType("application/json").body("""
                        {"recipe": "imp-rewinding", "network": "lenet-300-100", "dataset": "mnist", "seeds": [1],
                         "rewind": ["0it"], "levels": 1, "training": {"milestones": ["1ep", "50ep"]}}""").post("/internal/studies");

        Problem problem = problem(response, 400);
        assertThat(problem.type()).isEqualTo("/errors/invalid");
        assertThat(problem.errors())
                .containsExactly(new FieldError(
                        "training.milestones[1]", "50ep", "ascending moments after 0it and before the end, 40ep"));
    }

    @Test
    void a_body_over_a_megabyte_is_too_large() {
        Response response = given().contentType("application/json")
                .body("{\"name\": \"" + "x".repeat(1_100_000) + "\"}")
                .post("/internal/studies");

        assertThat(problem(response, 413).detail()).contains("at most 1048576 bytes");
    }

    @Test
    void a_study_of_too_many_trials_is_too_large() {
        List<Long> seeds = LongStream.range(0, 121).boxed().toList();

        Response response = platform.post("/internal/studies", Platform.study(seeds, List.of("0it"), 100));

        assertThat(problem(response, 413).errors())
                .extracting(FieldError::value)
                .containsExactly("12221 trials (seeds × (1 + rewind × levels))");
    }

    @Test
    void an_empty_body_is_refused() {
        Response response = given().contentType("application/json").post("/internal/studies");

        assertThat(problem(response, 400).errors())
                .extracting(FieldError::field)
                .containsExactly("body");
    }

    @ParameterizedTest
    @CsvSource({
        "/internal/studies?limit=0, 400, limit",
        "/internal/studies?limit=501, 400, limit",
        "/internal/studies?limit=many, 400, limit",
        "/internal/studies?cursor=x, 400, cursor",
        "/internal/trials/abc, 400, trial",
    })
    void a_bad_parameter_is_named(String path, int status, String field) {
        Problem problem = problem(given().get(path), status);

        assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({
        "/internal/studies/%00, path",
        "/internal/studies/a%00b/trials, path",
        "/internal/keys/%00, path",
        "/internal/studies?text=%00, text",
        "/internal/studies?owner=a%00, owner",
        "/internal/studies?a%00=1, query parameter",
    })
    void text_that_no_column_holds_is_refused_in_an_address(String path, String field) {
        Problem problem = problem(given().urlEncodingEnabled(false).get(path), 400);

        assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800"})
    void a_name_that_no_column_holds_is_refused(String character) {
        Response response = given().contentType("application/json")
                .body("""
                        {"recipe": "dense", "network": "lenet-300-100", "dataset": "mnist", "seeds": [1],
                         "name": "a%sb"}""".formatted(character))
                .post("/internal/studies");

        assertThat(problem(response, 400).errors())
                .extracting(FieldError::field)
                .containsExactly("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "owner", "state", "number", "submitted", "cancelled", "traceparent", "url"})
    void a_field_that_is_not_the_users_to_set_is_refused(String field) {
        Response response = given().contentType("application/json")
                .body("""
                        {"recipe": "dense", "network": "lenet-300-100", "dataset": "mnist", "seeds": [1],
                         "%s": "x"}""".formatted(field))
                .post("/internal/studies");

        assertThat(problem(response, 400).errors())
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "secret", "hash", "made", "revoked", "origin"})
    void what_a_key_is_is_not_the_users_to_set(String field) {
        Response response = given().contentType("application/json")
                .body("{\"user\": \"ann\", \"role\": \"viewer\", \"%s\": \"x\"}".formatted(field))
                .post("/internal/keys");

        assertThat(problem(response, 400).errors())
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    /** Data sets have names; an address is none, so that nobody can send a worker anywhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9080/q/metrics",
                "file:///etc/passwd",
                "../../etc/passwd",
                "mnist/../../x",
                "jar:http://x!/y"
            })
    void a_data_set_by_address_is_refused(String address) {
        Response response = given().contentType("application/json")
                .body("""
                        {"recipe": "dense", "network": "lenet-300-100", "dataset": "%s", "seeds": [1]}""".formatted(address))
                .post("/internal/studies");

        assertThat(problem(response, 400).errors())
                .extracting(FieldError::field)
                .containsExactly("dataset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z"})
    void a_key_that_holds_longer_than_there_are_dates_is_refused(String expires) {
        Response response = given().contentType("application/json")
                .body("{\"user\": \"ann\", \"role\": \"viewer\", \"expires\": \"%s\"}".formatted(expires))
                .post("/internal/keys");

        assertThat(problem(response, 400).errors())
                .extracting(FieldError::field)
                .containsExactly("expires");
    }

    @ParameterizedTest
    @CsvSource({
        "/internal/studies/0123456789abcdef0123, There is no study 0123456789abcdef0123.",
        "/internal/trials/00000000, There is no trial 00000000.",
    })
    void what_is_not_there_is_not_found(String path, String detail) {
        assertThat(problem(given().get(path), 404).detail()).isEqualTo(detail);
    }

    @Test
    void a_path_that_nobody_serves_is_a_problem_too() {
        assertThat(problem(given().get("/internal/nothing"), 404).title()).isEqualTo("Not Found");
    }

    @Test
    void another_media_type_is_refused() {
        assertThat(problem(given().contentType("text/csv").body("a,b").post("/internal/studies"), 415)
                        .title())
                .isEqualTo("Unsupported Media Type");
    }

    private Problem problem(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith(Problem.MEDIA_TYPE);
        return platform.as(response, Problem.class);
    }
}
