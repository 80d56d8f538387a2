package dev.earlyphase.cli.page;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.api.Token;

import static org.assertj.core.api.Assertions.assertThat;

class OpenCommandTest {
    private static final URI GATEWAY = URI.create("http://127.0.0.1:8080");

    @Test
    void an_address_leads_to_a_study_or_to_the_list_of_all() {
        assertThat(PageAddress.of(GATEWAY, Optional.of("0f3a")).plain())
                .hasToString("http://127.0.0.1:8080/#/studies/0f3a");
        assertThat(PageAddress.of(GATEWAY, Optional.empty()).plain()).hasToString("http://127.0.0.1:8080/#/");
    }

    @Test
    void the_key_stands_in_the_fragment_alone() {
        URI address = PageAddress.of(GATEWAY, Optional.of("0f3a")).withKey(Token.of("test", "a+b"));

        assertThat(address).hasToString("http://127.0.0.1:8080/#key=a%2Bb&to=/studies/0f3a");
    }

    @Test
    void a_browser_is_the_one_that_is_named_or_the_systems_where_there_is_a_screen() {
        assertThat(Browser.of("Linux", Map.of("BROWSER", "firefox"))).contains(new Browser("firefox"));
        assertThat(Browser.of("Linux", Map.of("DISPLAY", ":0"))).contains(new Browser("xdg-open"));
        assertThat(Browser.of("Mac OS X", Map.of())).contains(new Browser("open"));
        assertThat(Browser.of("Linux", Map.of())).isEmpty();
    }

    @Test
    void a_program_that_is_not_there_opened_nothing() {
        assertThat(new Browser("/nonexistent/browser").open(GATEWAY)).isFalse();
        assertThat(new Browser("false").open(GATEWAY)).isFalse();
        assertThat(new Browser("true").open(GATEWAY)).isTrue();
    }

    @Test
    void an_address_is_handed_over_to_the_first_who_comes_with_the_right_path_and_to_nobody_else() throws Exception {
        URI target = URI.create("http://127.0.0.1:8080/#key=secret&to=/");
        try (var handover = new Handover(target);
                var client = HttpClient.newHttpClient()) {
            assertThat(handover.address().toString()).doesNotContain("secret");

            var wrong = client.send(
                    HttpRequest.newBuilder(handover.address().resolve("/")).build(), BodyHandlers.discarding());
            var first = client.send(HttpRequest.newBuilder(handover.address()).build(), BodyHandlers.discarding());
            var second = client.send(HttpRequest.newBuilder(handover.address()).build(), BodyHandlers.discarding());

            assertThat(wrong.statusCode()).isEqualTo(404);
            assertThat(first.statusCode()).isEqualTo(302);
            assertThat(first.headers().firstValue("Location")).contains(target.toString());
            assertThat(second.statusCode()).isEqualTo(404);
            assertThat(handover.awaitTaken(java.time.Duration.ZERO)).isTrue();
        }
    }
}
