package dev.earlyphase.orchestrator.study;

import java.util.List;
import java.util.UUID;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.orchestrator.json.Json;
import dev.earlyphase.orchestrator.support.AsGateway;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.Platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class OwnershipTest {
    @Inject
    Platform platform;

    @Inject
    Json json;

    @Test
    void a_study_belongs_to_who_submitted_it_first() {
        var request = Platform.study(List.of(Platform.newSeed()), List.of(), 0);

        Response first = submit("ada", json.write(request));
        Response second = submit("grace", json.write(request));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(platform.as(second, StudyView.class).owner()).isEqualTo("ada");
    }

    @Test
    void a_researcher_cancels_and_deletes_what_is_theirs() {
        String study = newStudy("ada");

        AsGateway.as("ada", Role.RESEARCHER)
                .post("/internal/studies/" + study + "/cancel")
                .then()
                .statusCode(200);
        AsGateway.as("ada", Role.RESEARCHER)
                .delete("/internal/studies/" + study)
                .then()
                .statusCode(200);
    }

    @Test
    void another_users_study_is_not_theirs_to_end() {
        String study = newStudy("ada");

        AsGateway.as("grace", Role.RESEARCHER)
                .post("/internal/studies/" + study + "/cancel")
                .then()
                .statusCode(403)
                .body("type", equalTo("/errors/refused"))
                .body("detail", containsString("belongs to ada"));
        AsGateway.as("grace", Role.RESEARCHER)
                .delete("/internal/studies/" + study)
                .then()
                .statusCode(403);
        AsGateway.as("ada", Role.VIEWER)
                .post("/internal/studies/" + study + "/cancel")
                .then()
                .statusCode(403);

        assertThat(platform.study(study).state()).isEqualTo(StudyView.State.RUNNING);
    }

    @Test
    void an_operator_ends_anybodys() {
        String study = newStudy("ada");

        AsGateway.as("grace", Role.OPERATOR)
                .post("/internal/studies/" + study + "/cancel")
                .then()
                .statusCode(200);
    }

    @Test
    void studies_are_listed_by_owner() {
        String user = "ada-" + UUID.randomUUID();
        String first = newStudy(user);
        String second = newStudy(user);
        newStudy("grace");

        AsGateway.as("grace", Role.VIEWER)
                .queryParam("owner", user)
                .get("/internal/studies")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(second, first)));
    }

    private String newStudy(String user) {
        var request = Platform.study(List.of(Platform.newSeed()), List.of(), 0);
        return platform.as(submit(user, json.write(request)), StudyView.class).id();
    }

    private static Response submit(String user, String body) {
        return AsGateway.as(user, Role.RESEARCHER)
                .contentType("application/json")
                .body(body)
                .post("/internal/studies");
    }
}
