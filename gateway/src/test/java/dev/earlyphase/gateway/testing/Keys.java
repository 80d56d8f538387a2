package dev.earlyphase.gateway.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

import dev.earlyphase.contracts.access.KeyText;
import dev.earlyphase.contracts.access.Role;

import static io.restassured.RestAssured.given;

/** API keys of users who are named as their roles. Requests of tests are an operator's unless a test says otherwise. */
public final class Keys implements QuarkusTestBeforeEachCallback {
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith((request, response, chain) -> {
            request.header("Authorization", of(Role.OPERATOR).bearer());
            return chain.next(request, response);
        });
    }

    public static KeyText of(Role role) {
        return new KeyText("ep_" + role.id() + "-".repeat(40));
    }

    public static RequestSpecification as(Role role) {
        return withToken(of(role).text());
    }

    public static RequestSpecification withToken(String token) {
        return nobody().header("Authorization", "Bearer " + token);
    }

    /** A request without a token. */
    public static RequestSpecification nobody() {
        return given().noFilters();
    }
}
