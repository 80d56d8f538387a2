package dev.earlyphase.orchestrator.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.access.KeyRequest;
import dev.earlyphase.contracts.access.KeyText;
import dev.earlyphase.contracts.access.KeyView;
import dev.earlyphase.contracts.access.NewKey;
import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.orchestrator.support.AsGateway;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.Platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class KeyTest {
    private static final String HEARTBEAT =
            "{\"worker\": \"w\", \"engine\": \"none\", \"slots\": 0, \"accepting\": false, \"running\": []}";

    @Inject
    Platform platform;

    @Inject
    ApiKeys keys;

    @Test
    void a_new_key_is_told_once_and_kept_as_a_hash() {
        NewKey made = make("grace", Role.RESEARCHER, null);

        assertThat(made.secret()).matches("ep_[A-Za-z0-9_-]{43}");
        assertThat(listed(made.id()))
                .isEqualTo(new KeyView(made.id(), "grace", Role.RESEARCHER, made.made(), null, null));
        assertThat(given().get("/internal/keys").asString())
                .doesNotContain(made.secret(), new KeyText(made.secret()).hash());
        assertThat(platform.query(
                        "select count(*) from study.api_key k where k::text like ?", "%" + made.secret() + "%"))
                .isZero();
    }

    @Test
    void a_workers_key_opens_until_it_is_revoked() {
        NewKey made = make("rack-7", Role.WORKER, null);
        assertThat(beat(made.secret())).isEqualTo(200);

        given().delete("/internal/keys/" + made.id()).then().statusCode(200);

        await().atMost(Duration.ofSeconds(10)).until(() -> beat(made.secret()) == 401);
        assertThat(listed(made.id()).revoked()).isNotNull();
    }

    @Test
    void a_workers_key_opens_until_it_expires() {
        NewKey made = make("rack-8", Role.WORKER, Instant.now().plusSeconds(2));
        assertThat(beat(made.secret())).isEqualTo(200);

        await().atMost(Duration.ofSeconds(15)).until(() -> beat(made.secret()) == 401);
    }

    @Test
    void the_answer_to_a_wrong_key_does_not_say_what_is_wrong_with_it() {
        NewKey revoked = make("rack-9", Role.WORKER, null);
        given().delete("/internal/keys/" + revoked.id()).then().statusCode(200);

        String unknown = refusal(KeyText.draw().text());
        assertThat(List.of(refusal(revoked.secret()), refusal("short"), refusal("a.b.c"), refusal("")))
                .allMatch(unknown::equals);
        assertThat(AsGateway.nobody().get("/internal/studies").asString()).isEqualTo(unknown);
    }

    @Test
    void a_key_of_the_environment_takes_the_place_of_the_one_before() {
        KeyText first = KeyText.draw();
        KeyText second = KeyText.draw();
        var holder = new Caller("worker", Role.WORKER);

        keys.give("A_VARIABLE", holder, first);
        keys.give("A_VARIABLE", holder, second);
        keys.give("A_VARIABLE", holder, second);

        assertThat(keys.holder(first.hash())).isEmpty();
        assertThat(keys.holder(second.hash())).contains(holder);
        assertThat(platform.query("select count(*) from study.api_key where origin = ?", "A_VARIABLE"))
                .isEqualTo(1);
    }

    @Test
    void a_key_of_the_environment_that_was_revoked_stays_so_until_it_is_changed() {
        KeyText key = KeyText.draw();
        var holder = new Caller("worker", Role.WORKER);
        keys.give("ANOTHER_VARIABLE", holder, key);
        platform.execute("update study.api_key set revoked = now() where origin = ?", "ANOTHER_VARIABLE");

        keys.give("ANOTHER_VARIABLE", holder, key);
        assertThat(keys.holder(key.hash())).isEmpty();

        KeyText other = KeyText.draw();
        keys.give("ANOTHER_VARIABLE", holder, other);
        assertThat(keys.holder(other.hash())).contains(holder);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "|{}|, user",
                "|{\"user\": \"ada\"}|, role",
                "|{\"user\": \"\", \"role\": \"viewer\"}|, user",
                "|{\"user\": \"ada\", \"role\": \"king\"}|, role",
                "|{\"user\": \"ada\", \"role\": \"viewer\", \"expires\": \"2020-01-01T00:00:00Z\"}|, expires",
                "|{\"user\": \"ada\", \"role\": \"viewer\", \"admin\": true}|, admin"
            })
    void a_wrong_request_is_told_its_field(String body, String field) {
        given().contentType("application/json")
                .body(body)
                .post("/internal/keys")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void a_key_that_is_not_there_cannot_be_revoked() {
        given().delete("/internal/keys/nothing").then().statusCode(404);
    }

    private NewKey make(String user, Role role, Instant expires) {
        Response response = platform.post("/internal/keys", new KeyRequest(user, role, expires));
        assertThat(response.statusCode()).isEqualTo(201);
        return platform.as(response, NewKey.class);
    }

    private KeyView listed(String id) {
        return List.of(given().get("/internal/keys").as(KeyView[].class)).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static int beat(String token) {
        return AsGateway.withToken(token)
                .contentType("application/json")
                .body(HEARTBEAT)
                .post("/internal/heartbeats")
                .statusCode();
    }

    private static String refusal(String token) {
        return AsGateway.withToken(token)
                .get("/internal/studies")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .extract()
                .asString();
    }
}
