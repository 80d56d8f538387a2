package dev.earlyphase.orchestrator.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.contracts.study.Page;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.Platform;
import dev.earlyphase.orchestrator.support.Requests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class StudySearchTest {
    @Inject
    Platform platform;

    /** In the names of this test's studies alone. */
    private final String mark = UUID.randomUUID().toString();

    @BeforeEach
    void nothing_is_left_of_other_tests() {
        platform.cancelAll();
    }

    @Test
    void a_part_of_the_name_finds_a_study_in_whatever_case() {
        String study = submit("dense", "Größe of Nets " + mark);

        assertThat(found(Map.of("text", "größe OF nETS " + mark))).containsExactly(study);
        assertThat(found(Map.of("text", "no" + mark))).isEmpty();
    }

    @Test
    void a_part_of_the_id_finds_a_study() {
        String study = submit("dense", mark);

        assertThat(found(Map.of("text", study.substring(2, 18)))).containsExactly(study);
    }

    @Test
    void signs_that_mean_something_in_sql_mean_themselves() {
        String study = submit("dense", "100% of_it\\ " + mark);
        submit("dense", "100x of it " + mark);

        assertThat(found(Map.of("text", "100% of_it\\ " + mark))).containsExactly(study);
        assertThat(found(Map.of("text", "' or true -- " + mark))).isEmpty();
    }

    @Test
    void all_conditions_must_hold() {
        String dense = submit("dense", mark);
        String telemetry = submit("telemetry", mark);

        assertThat(found(Map.of("text", mark, "recipe", "telemetry"))).containsExactly(telemetry);
        assertThat(found(Map.of("text", mark, "network", "lenet-300-100"))).containsExactly(telemetry, dense);
        assertThat(found(Map.of("text", mark, "network", "conv-2"))).isEmpty();
        assertThat(found(Map.of("text", mark, "owner", "operator", "recipe", "dense")))
                .containsExactly(dense);
        assertThat(found(Map.of("text", mark, "owner", "nobody"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "completed, completed",
        "diverged, completed",
        "failed, failed",
        "blocked, failed",
        "cancelled, failed",
        "waiting, running",
        "running, running",
    })
    void a_study_is_found_by_the_state_in_which_it_is_shown(String trial, String state) {
        String study = submit("dense", mark);
        platform.execute(
                "update study.trial set state = '" + trial + "' where id in"
                        + " (select trial from study.study_trial where study = ? and position = 0)",
                study);
        platform.execute(
                "update study.trial set state = 'completed' where id in"
                        + " (select trial from study.study_trial where study = ? and position > 0)",
                study);

        assertThat(platform.study(study).state().id()).isEqualTo(state);
        for (StudyView.State each : StudyView.State.values()) {
            assertThat(found(Map.of("text", mark, "state", each.id())))
                    .as(each.id())
                    .isEqualTo(each.id().equals(state) ? List.of(study) : List.of());
        }
    }

    @Test
    void a_cancelled_study_is_found_as_such_alone() {
        String study = submit("dense", mark);
        given().post("/internal/studies/" + study + "/cancel").then().statusCode(200);

        assertThat(found(Map.of("text", mark, "state", "cancelled"))).containsExactly(study);
        assertThat(found(Map.of("text", mark, "state", "failed"))).isEmpty();
    }

    @Test
    void pages_of_what_is_found_follow_each_other_whatever_lies_between() {
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            wanted.addFirst(submit("dense", mark + " " + i));
            submit("telemetry", mark + " between");
        }

        Page<StudyView> first = page(Map.of("text", mark, "recipe", "dense", "limit", "2"));
        Page<StudyView> second = page(Map.of("text", mark, "recipe", "dense", "limit", "2", "cursor", first.next()));
        Page<StudyView> third = page(Map.of("text", mark, "recipe", "dense", "limit", "2", "cursor", second.next()));

        assertThat(ids(first)).isEqualTo(wanted.subList(0, 2));
        assertThat(ids(second)).isEqualTo(wanted.subList(2, 4));
        assertThat(ids(third)).isEqualTo(wanted.subList(4, 5));
        assertThat(third.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"network, lenet", "recipe, impossible", "state, waiting"})
    void what_is_no_such_name_is_refused(String parameter, String value) {
        given().queryParam(parameter, value)
                .get("/internal/studies")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(parameter))
                .body("errors[0].value", equalTo(value));
    }

    @Test
    void a_text_of_a_thousand_characters_is_refused() {
        given().queryParam("text", "x".repeat(1000))
                .get("/internal/studies")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("text"));
    }

    private String submit(String recipe, String name) {
        return platform.submit(Requests.of(
                        recipe,
                        Platform.newSeed() + ", " + Platform.newSeed(),
                        "'name': '" + name.replace("\\", "\\\\") + "'"))
                .id();
    }

    private List<String> found(Map<String, String> conditions) {
        return ids(page(conditions));
    }

    private Page<StudyView> page(Map<String, String> conditions) {
        return platform.read(given().queryParams(conditions).get("/internal/studies"), new TypeReference<>() {});
    }

    private static List<String> ids(Page<StudyView> page) {
        return page.items().stream().map(StudyView::id).toList();
    }
}
