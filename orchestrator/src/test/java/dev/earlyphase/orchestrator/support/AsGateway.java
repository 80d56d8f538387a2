package dev.earlyphase.orchestrator.support;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.access.KeyText;
import dev.earlyphase.contracts.access.Role;

import static io.restassured.RestAssured.given;

/** Requests of tests come from the gateway, for an operator, unless a test says otherwise. */
public class AsGateway implements QuarkusTestBeforeEachCallback {
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith((request, response, chain) -> {
            request.header("Authorization", bearer("gateway"))
                    .header(Caller.USER_HEADER, "operator")
                    .header(Caller.ROLE_HEADER, Role.OPERATOR.id());
            return chain.next(request, response);
        });
    }

    /** A request that the gateway passes on for somebody. */
    public static RequestSpecification as(String user, Role role) {
        return nobody().header("Authorization", bearer("gateway"))
                .header(Caller.USER_HEADER, user)
                .header(Caller.ROLE_HEADER, role.id());
    }

    public static RequestSpecification asWorker() {
        return byKey("worker");
    }

    /** @param whose operator, worker or gateway */
    public static RequestSpecification byKey(String whose) {
        return nobody().header("Authorization", bearer(whose));
    }

    public static RequestSpecification withToken(String token) {
        return nobody().header("Authorization", "Bearer " + token);
    }

    /** A request that says nothing of who sends it. */
    public static RequestSpecification nobody() {
        return given().noFilters();
    }

    /** @param whose operator, worker or gateway */
    public static KeyText key(String whose) {
        return new KeyText(ConfigProvider.getConfig().getValue("earlyphase.access." + whose + "-key", String.class));
    }

    private static String bearer(String whose) {
        return key(whose).bearer();
    }
}
