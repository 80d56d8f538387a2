package dev.earlyphase.gateway.session;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.gateway.testing.Keys;
import dev.earlyphase.gateway.testing.Stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class SessionResourceTest {
    private static final String SESSION = "/api/v1/session";

    @Test
    void a_key_logs_in_and_its_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        Response answer = login(Keys.of(Role.RESEARCHER).text());

        answer.then().statusCode(200).body("user", equalTo("researcher")).body("role", equalTo("researcher"));
        assertThat(answer.header("Set-Cookie"))
                .startsWith(SessionCookie.NAME + "=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict");
    }

    @Test
    void who_is_logged_in_reads_by_the_cookie() {
        loggedIn().get(SESSION).then().statusCode(200).body("user", equalTo("researcher"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-site", "cross-site", "none"})
    void another_site_changes_nothing_by_the_cookie(String site) {
        loggedIn()
                .header("Sec-Fetch-Site", site)
                .post("/api/v1/trials/abababab/retry")
                .then()
                .statusCode(401);
    }

    @Test
    void a_page_of_unknown_origin_changes_nothing_by_the_cookie() {
        loggedIn().post("/api/v1/trials/abababab/retry").then().statusCode(401);
        loggedIn()
                .header("Origin", "http://elsewhere.example")
                .post("/api/v1/trials/abababab/retry")
                .then()
                .statusCode(401);
    }

    @Test
    void the_page_itself_changes_things_by_the_cookie() {
        int status = loggedIn()
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/v1/trials/abababab/retry")
                .statusCode();

        assertThat(status)
                .as("it came as far as the orchestrator, which has no such trial")
                .isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ep_wrong-wrong-wrong-wrong-wrong-wrong-wrong", "short", ""})
    void a_key_that_opens_nothing_does_not_log_in(String key) {
        Response answer = login(key);

        assertThat(answer.statusCode()).isIn(400, 401);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.asString()).doesNotContain("ep_wrong");
    }

    @Test
    void a_workers_key_does_not_log_in() {
        login(Keys.of(Role.WORKER).text()).then().statusCode(401);
    }

    @Test
    void what_logs_in_must_name_the_key() {
        Keys.nobody()
                .contentType("application/json")
                .body("{}")
                .post(SESSION)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("key"));
    }

    @Test
    void an_expired_cookie_is_told_from_none_only_by_asking_and_never_bars_the_page() {
        RequestSpecification expired = Keys.nobody().cookie(SessionCookie.NAME, "ep_" + "gone".repeat(10));

        expired.get(SESSION).then().statusCode(401);
        for (String open : new String[] {"/", "/app/main.js", SESSION + "/ways"}) {
            Keys.nobody()
                    .cookie(SessionCookie.NAME, "ep_" + "gone".repeat(10))
                    .get(open)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void logging_out_takes_the_cookie_away() {
        Response answer = Keys.nobody()
                .cookie(SessionCookie.NAME, "ep_" + "gone".repeat(10))
                .delete(SESSION);

        answer.then().statusCode(204);
        assertThat(answer.header("Set-Cookie")).contains(SessionCookie.NAME + "=;", "Max-Age=0");
    }

    private static Response login(String key) {
        return Keys.nobody()
                .contentType("application/json")
                .body("{\"key\": \"" + key + "\"}")
                .post(SESSION);
    }

    private static RequestSpecification loggedIn() {
        return Keys.nobody().cookie(SessionCookie.NAME, Keys.of(Role.RESEARCHER).text());
    }
}
