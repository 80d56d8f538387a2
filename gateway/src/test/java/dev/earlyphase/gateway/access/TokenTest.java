package dev.earlyphase.gateway.access;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.access.KeyText;
import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.study.Page;
import dev.earlyphase.gateway.testing.Jwt;
import dev.earlyphase.gateway.testing.Keys;
import dev.earlyphase.gateway.testing.LogText;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class TokenTest {
    private static final String PATH = "/api/v1/workers";

    @Inject
    Orchestration orchestrator;

    @Inject
    TestDatabase database;

    @Test
    void a_token_of_the_issuer_opens_what_its_highest_role_may_do() {
        String viewer = Jwt.of("3f1c", "viewer", "something-else").signed();
        String researcher = Jwt.of("3f1c", "viewer", "researcher").signed();
        orchestrator.answers("/workers", new Object[0]);

        Keys.withToken(viewer).get(PATH).then().statusCode(200);
        Keys.withToken(viewer).post("/api/v1/trials/abababab/retry").then().statusCode(403);
        Keys.withToken(researcher).post("/api/v1/trials/abababab/retry").then().statusCode(503);
    }

    @Test
    void the_orchestrator_is_told_who_asks() {
        orchestrator.answers("/workers", new Object[0]);

        Keys.withToken(Jwt.of("Ada Lovelace, née Byron", "researcher").signed())
                .get(PATH)
                .then()
                .statusCode(200);

        assertThat(orchestrator.receivedHeader("/workers", "Earlyphase-User"))
                .isEqualTo("Ada+Lovelace%2C+n%C3%A9e+Byron");
        assertThat(orchestrator.receivedHeader("/workers", "Earlyphase-Role")).isEqualTo("researcher");
        assertThat(orchestrator.receivedHeader("/workers", "Authorization"))
                .isEqualTo("Bearer " + Stack.configured("earlyphase.access.gateway-key"));
    }

    @Test
    void a_caller_cannot_say_who_else_they_are() {
        orchestrator.answers("/studies", new Page<>(List.of(), null));

        Keys.as(Role.VIEWER)
                .header("Earlyphase-User", "operator")
                .header("Earlyphase-Role", "operator")
                .get("/api/v1/studies")
                .then()
                .statusCode(200);

        assertThat(orchestrator.receivedHeader("/studies", "Earlyphase-User")).isEqualTo("viewer");
        assertThat(orchestrator.receivedHeader("/studies", "Earlyphase-Role")).isEqualTo("viewer");
    }

    @Test
    void a_worker_by_token_does_not_exist() {
        Keys.withToken(Jwt.of("3f1c", "worker").signed()).get(PATH).then().statusCode(401);
    }

    @Test
    void whatever_is_wrong_with_a_token_the_answer_is_the_same_and_no_log_shows_it() {
        Set<String> answers = new HashSet<>();
        try (var log = new LogText()) {
            wrongTokens().forEach((what, token) -> {
                var response = Keys.withToken(token).get(PATH);
                assertThat(response.statusCode()).as(what).isEqualTo(401);
                assertThat(response.header("WWW-Authenticate")).as(what).isEqualTo("Bearer");
                assertThat(response.contentType()).as(what).startsWith("application/problem+json");
                answers.add(response.asString());
            });
            answers.add(Keys.nobody().get(PATH).asString());
            answers.add(Keys.nobody()
                    .header("Authorization", "Basic b3BlcmF0b3I6b3BlcmF0b3I=")
                    .get(PATH)
                    .asString());

            assertThat(answers).hasSize(1);
            wrongTokens().values().stream().filter(token -> token.length() > 20).forEach(token -> assertThat(log.text())
                    .doesNotContain(token));
            assertThat(log.text()).doesNotContain("eyJ", "b3BlcmF0b3I6b3BlcmF0b3I");
        }
    }

    @Test
    void a_key_that_is_revoked_opens_nothing_within_seconds() throws InterruptedException {
        orchestrator.answers("/workers", new Object[0]);
        KeyText key = KeyText.draw();
        insert("to-be-revoked", key, null);
        Keys.withToken(key.text()).get(PATH).then().statusCode(200);

        database.execute("update study.api_key set revoked = now() where id = 'to-be-revoked'");

        Instant limit = Instant.now().plusSeconds(10);
        while (Keys.withToken(key.text()).get(PATH).statusCode() != 401) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(200);
        }
    }

    private Map<String, String> wrongTokens() {
        KeyText expired = KeyText.draw();
        insert("expired-" + expired.hash(), expired, "-1 second");
        Jwt good = Jwt.of("3f1c", "operator");
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("an unknown key", KeyText.draw().text());
        tokens.put("an expired key", expired.text());
        tokens.put("no key", "short");
        tokens.put("nothing", "");
        tokens.put("no token", "a.b.c");
        tokens.put("a forged signature", good.forged());
        tokens.put("no signature", good.unsigned());
        tokens.put(
                "a signature of other claims",
                good.withSignatureOf(Jwt.of("3f1c", "viewer").signed()));
        tokens.put("another issuer", good.from("https://issuer.example.org").signed());
        tokens.put("another audience", good.madeOutFor("another-service").signed());
        tokens.put(
                "an expired token",
                good.expiring(Instant.now().minusSeconds(60)).signed());
        tokens.put("a token without a role", Jwt.of("3f1c").signed());
        return tokens;
    }

    private void insert(String id, KeyText key, String expires) {
        database.execute(
                "insert into study.api_key (id, user_name, role, hash, expires)"
                        + " values (?, 'ada', 'operator', ?, now() + cast(? as interval))",
                id,
                key.hash(),
                expires);
    }
}
