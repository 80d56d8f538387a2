package dev.earlyphase.gateway.session;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.gateway.testing.Keys;
import dev.earlyphase.gateway.testing.Stack;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class PageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/app/main.js", "/lib/uPlot.esm.js", "/lib/standalone.module.js", "/api/v1/session/ways"})
    void whatever_a_browser_gets_it_runs_only_scripts_of_this_service(String path) {
        var answer = Keys.nobody().get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app/main.js"})
    void a_browser_asks_again_whether_the_page_is_still_the_same(String path) {
        assertThat(Keys.nobody().get(path).header("Cache-Control")).isEqualTo("no-cache");
    }
}
