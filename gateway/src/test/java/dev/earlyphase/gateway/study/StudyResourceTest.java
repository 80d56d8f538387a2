package dev.earlyphase.gateway.study;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.error.ErrorKind;
import dev.earlyphase.contracts.error.FieldError;
import dev.earlyphase.contracts.study.Page;
import dev.earlyphase.contracts.study.Plan;
import dev.earlyphase.contracts.study.Storage;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Keys;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class StudyResourceTest {
    private static final String ID = "0123456789abcdef0123";
    private static final StudyView RUNNING = Examples.study(ID, StudyView.State.RUNNING);
    private static final StudyView COMPLETED = Examples.study(ID, StudyView.State.COMPLETED);
    private static final String TREE = "{\"recipe\":\"imp-rewinding\",\"seeds\":[0,1]}";

    private final Orchestration orchestrator;

    @TestHTTPResource("/api/v1/studies/" + ID + "/events")
    URI events;

    StudyResourceTest(Orchestration orchestrator) {
        this.orchestrator = orchestrator;
    }

    @Test
    void a_new_study_in_json_is_passed_on_and_answered_with_201() {
        orchestrator.answers("/studies", 201, RUNNING);

        var answer = given().contentType("application/json").body(TREE).post("/api/v1/studies");

        answer.then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/studies/" + ID))
                .body("id", equalTo(ID));
        assertThat(orchestrator.received("/studies")).isEqualTo(TREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/x-yaml", "text/yaml", "application/yaml; charset=utf-8"})
    void a_known_study_in_yaml_is_passed_on_as_json_and_answered_with_200(String type) {
        orchestrator.answers("/studies", 200, RUNNING);

        var answer = given().header("Content-Type", type)
                .body("recipe: imp-rewinding\nseeds:\n- 0\n- 1\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/studies");

        answer.then().statusCode(200).body("state", equalTo("running"));
        assertThat(orchestrator.received("/studies")).isEqualTo(TREE);
    }

    @Test
    void a_dry_run_is_answered_with_the_plan() {
        orchestrator.answers(
                "/studies?dryRun=true",
                new Plan(ID, "tickets", 22, 2, 20, 41_272, 37_520, 66, 6_600_000, 6_000_000, 0.005, 0.05, 188.0));

        var answer = given().contentType("application/json").body(TREE).post("/api/v1/studies?dryRun=true");

        answer.then().statusCode(200).body("newTrials", equalTo(20));
    }

    @Test
    void what_the_orchestrator_refuses_is_passed_on_with_its_fields() {
        orchestrator.refuses(
                "/studies",
                ErrorKind.INVALID,
                "one field",
                new FieldError("levels", "-1", "a whole number from 0 to 100"));

        var answer = given().contentType("application/json").body(TREE).post("/api/v1/studies");

        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("levels"))
                .body("errors[0].value", equalTo("-1"))
                .body("errors[0].allowed", equalTo("a whole number from 0 to 100"));
    }

    @Test
    void a_body_that_is_no_yaml_is_refused_with_line_and_column() {
        var answer = given().header("Content-Type", "application/yaml")
                .body("seeds: [0\nlevels: 5".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/studies");

        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("body"))
                .body("errors[0].value", containsString("at line 2, column"));
    }

    @Test
    void a_body_over_one_megabyte_is_refused() {
        var answer = given().contentType("application/json")
                .body("\"" + "x".repeat(1 << 20) + "\"")
                .post("/api/v1/studies");

        answer.then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("errors[0].allowed", equalTo("at most 1048576 bytes"));
    }

    @Test
    void a_body_that_is_not_utf_8_is_refused() {
        var answer = given().header("Content-Type", "application/yaml")
                .body(new byte[] {'a', ':', ' ', (byte) 0xff})
                .post("/api/v1/studies");

        answer.then().statusCode(400).body("errors[0].allowed", equalTo("text in UTF-8"));
    }

    @Test
    void another_media_type_is_refused() {
        var answer = given().contentType("application/x-www-form-urlencoded")
                .body("a=1")
                .post("/api/v1/studies");

        answer.then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("errors[0].allowed", equalTo("application/json or application/yaml"));
    }

    @Test
    void a_dry_run_must_be_true_or_false() {
        var answer = given().contentType("application/json").body(TREE).post("/api/v1/studies?dryRun=yes");

        answer.then().statusCode(400).body("errors[0].field", equalTo("dryRun"));
    }

    @Test
    void a_study_is_read_with_what_was_submitted() {
        orchestrator.answers("/studies/" + ID, RUNNING);

        var study = when().get("/api/v1/studies/" + ID).as(StudyView.class);

        assertThat(study).isEqualTo(RUNNING);
    }

    @Test
    void trials_are_listed_by_state() {
        orchestrator.answers(
                "/studies/" + ID + "/trials?state=completed", new Page<>(List.of(Examples.dense(0)), null));

        var answer = when().get("/api/v1/studies/" + ID + "/trials?state=completed");

        answer.then()
                .statusCode(200)
                .body("items[0].id", equalTo(Examples.dense(0).id().value()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "retry"})
    void commands_are_passed_on(String command) {
        orchestrator.answers("/studies/" + ID + "/" + command, RUNNING);

        when().post("/api/v1/studies/" + ID + "/" + command)
                .then()
                .statusCode(200)
                .body("id", equalTo(ID));
    }

    @Test
    void what_a_study_holds_is_shown_and_deleting_it_answers_what_was_freed() {
        var storage = new Storage(ID, 22, 20, 66, 4_000_000, 60, 3_500_000);
        orchestrator.answers("/studies/" + ID + "/storage", storage);
        orchestrator.answers("/studies/" + ID, storage);

        var shown = when().get("/api/v1/studies/" + ID + "/storage").as(Storage.class);
        var freed = when().delete("/api/v1/studies/" + ID).as(Storage.class);

        assertThat(shown).isEqualTo(storage);
        assertThat(freed).isEqualTo(storage);
    }

    @Test
    void a_study_under_way_is_not_deleted() {
        orchestrator.refuses("/studies/dddd", ErrorKind.CONFLICT, "2 of its trials are still to end: cancel it first.");

        when().delete("/api/v1/studies/dddd")
                .then()
                .statusCode(409)
                .body("detail", equalTo("2 of its trials are still to end: cancel it first."));
    }

    @Test
    void an_orchestrator_that_is_away_is_a_problem_of_its_own() {
        orchestrator.hangsUp("/studies/ffff");

        when().get("/api/v1/studies/ffff")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("detail", equalTo("The orchestrator does not answer."));
    }

    @Test
    void progress_comes_as_events_until_the_end() throws Exception {
        orchestrator.answers("/studies/" + ID, RUNNING);
        var request = HttpRequest.newBuilder(events)
                .header("Accept", "text/event-stream")
                .header("Authorization", Keys.of(Role.VIEWER).bearer())
                .build();

        try (var client = HttpClient.newHttpClient();
                var lines = client.send(request, BodyHandlers.ofLines()).body()) {
            var names = lines.filter(line -> line.startsWith("event:"))
                    .map(line -> line.substring("event:".length()).strip())
                    .peek(name -> afterwards(name))
                    .toList();

            assertThat(names).startsWith("progress").contains("problem").endsWith("end");
        }
    }

    /** After the first progress the orchestrator is away, and when it is back the study has ended. */
    private void afterwards(String event) {
        if (event.equals("progress")) {
            orchestrator.hangsUp("/studies/" + ID);
        } else {
            orchestrator.answers("/studies/" + ID, COMPLETED);
        }
    }

    @Test
    void events_of_a_study_that_is_not_there_are_a_problem() {
        orchestrator.refuses("/studies/eeee", ErrorKind.NOT_FOUND, "There is no study eeee.");

        given().accept("text/event-stream")
                .get("/api/v1/studies/eeee/events")
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no study eeee."));
    }
}
