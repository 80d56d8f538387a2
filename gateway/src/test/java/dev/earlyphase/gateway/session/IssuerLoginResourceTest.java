package dev.earlyphase.gateway.session;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import dev.earlyphase.gateway.testing.Jwt;
import dev.earlyphase.gateway.testing.Keys;
import dev.earlyphase.gateway.testing.Stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** The browser's part is played by the test; the issuer's code is CHALLENGE.TOKEN. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class IssuerLoginResourceTest {
    private static final String ISSUER = "/api/v1/session/issuer";
    private static final String CALLBACK = "/api/v1/session/callback";

    @Test
    void the_browser_is_sent_to_the_issuer_with_a_challenge_and_a_way_back() {
        Response answer = begin("/studies/abc");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith(Stack.configured("earlyphase.oidc.issuer") + "/authorize?");
        assertThat(query(answer))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "page")
                .containsEntry("code_challenge_method", "S256")
                .hasEntrySatisfying("redirect_uri", back -> assertThat(back).endsWith(CALLBACK));
        assertThat(answer.header("Set-Cookie")).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void the_code_becomes_a_session_and_the_page_goes_on_where_it_was() {
        Response begun = begin("/studies/abc");
        String token = Jwt.of("3f1c", "researcher").signed();

        Response back = comeBack(
                begun,
                query(begun).get("code_challenge") + "." + token,
                query(begun).get("state"));

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.header("Location")).endsWith("/#/studies/abc");
        Keys.nobody()
                .cookie(SessionCookie.NAME, back.cookie(SessionCookie.NAME))
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("user", equalTo("3f1c"))
                .body("role", equalTo("researcher"));
    }

    @Test
    void an_answer_that_was_not_asked_for_here_logs_nobody_in() {
        Response begun = begin("/");
        String code = query(begun).get("code_challenge") + "."
                + Jwt.of("3f1c", "operator").signed();

        assertRefused(comeBack(begun, code, "another-state"));
        assertRefused(comeBack(begun, "stolen." + code, query(begun).get("state")));
        assertRefused(Keys.nobody()
                .redirects()
                .follow(false)
                .queryParam("error", "access_denied")
                .get(CALLBACK));
    }

    @Test
    void the_page_learns_that_there_is_an_issuer() {
        Keys.nobody().get("/api/v1/session/ways").then().statusCode(200).body("openIdConnect", equalTo(true));
    }

    private static void assertRefused(Response back) {
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.header("Location")).endsWith("/#/?login=refused");
        assertThat(back.cookie(SessionCookie.NAME)).isNull();
    }

    private static Response begin(String to) {
        return Keys.nobody().redirects().follow(false).queryParam("to", to).get(ISSUER);
    }

    private static Response comeBack(Response begun, String code, String state) {
        return Keys.nobody()
                .redirects()
                .follow(false)
                .cookie(Errand.COOKIE, begun.cookie(Errand.COOKIE))
                .queryParam("code", code)
                .queryParam("state", state)
                .get(CALLBACK);
    }

    private static Map<String, String> query(Response answer) {
        return Arrays.stream(URI.create(answer.header("Location")).getRawQuery().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }
}
