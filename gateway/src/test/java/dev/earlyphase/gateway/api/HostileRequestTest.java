package dev.earlyphase.gateway.api;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.study.DenseRuns;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrainingOptions;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Keys;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that mean harm: what is not refused must do none. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class HostileRequestTest {
    private static final String ID = "abad1deaabad1deaabad";
    private static final String STUDY = "/api/v1/studies/" + ID;

    private final Orchestration orchestrator;

    @TestHTTPResource
    URI gateway;

    HostileRequestTest(Orchestration orchestrator) {
        this.orchestrator = orchestrator;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/../../application.properties",
                "/app/..%2f..%2fapplication.properties",
                "/app/%2e%2e/%2e%2e/application.properties",
                "/app/..%5c..%5capplication.properties",
                "/lib/....//....//application.properties",
                "/app/%252e%252e/application.properties",
                "/app/main.js/../../../application.properties",
                "//etc/passwd"
            })
    void no_path_leads_out_of_the_page(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|401|404) .*").doesNotContain("quarkus.", "root:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2Fkeys", "..;x", "%2e%2e%2fkeys", "..%5ckeys", "x%2f..%2f..%2fkeys"})
    void an_id_is_no_path_to_another_endpoint_of_the_orchestrator(String id) {
        orchestrator.answers("/keys", List.of("leaked"));

        Response answer = as(Role.RESEARCHER).get("/api/v1/studies/" + id);

        assertThat(answer.statusCode()).isBetween(400, 503).isNotEqualTo(500);
        assertThat(answer.asString()).doesNotContain("leaked");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/studies/%00, path",
        "/api/v1/trials/%00abcdefgh/mask, path",
        "/api/v1/studies?text=%00, text",
        "/api/v1/trials/abababab/measurements?name=a%00, name",
        "/api/v1/trials/abababab/statistics?tensor=%00, tensor",
    })
    void text_that_no_column_holds_is_refused_and_its_place_named(String path, String field) {
        Response answer = as(Role.VIEWER).get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%ff", "%c0%ae", "%ed%a0%80"})
    void an_address_that_is_badly_encoded_is_no_fault_of_ours(String text) throws IOException {
        String answer = raw("GET /api/v1/studies/" + text + "?text=" + text + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: " + Keys.of(Role.VIEWER).bearer() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|503) .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "\"};alert(1)//"})
    void a_name_that_is_markup_is_served_as_data_that_no_browser_runs(String name) {
        orchestrator.answers("/studies/" + ID, named(name));

        Response answer =
                as(Role.VIEWER).accept("text/html,application/json;q=0.9").get(STUDY);

        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.jsonPath().getString("name")).isEqualTo(name);
    }

    @Test
    void an_error_that_repeats_markup_is_no_page() {
        Response answer =
                as(Role.VIEWER).accept("text/html,*/*").get("/api/v1/trials/%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: x=1", "a\nLocation: http://evil.example", "\"; filename=\"evil.exe"})
    void no_name_gets_into_a_header(String name) {
        orchestrator.answers("/studies/" + ID, named(name));

        Response answer = as(Role.VIEWER).get(STUDY);

        assertThat(answer.getHeaders().asList())
                .noneMatch(header -> header.getValue().contains("evil"))
                .noneMatch(header -> header.getName().equals("Set-Cookie"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%0d%0aSet-Cookie:%20x=1", "//evil.example", "https://evil.example", "/%0d%0aX:%201"})
    void the_way_back_from_the_issuer_leads_nowhere_else(String to) {
        Response answer = Keys.nobody()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get("/api/v1/session/callback?state=x&code=y&to=" + to);

        assertThat(String.valueOf(answer.header("Location"))).doesNotContain("evil");
        assertThat(answer.header("X")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/studies",
        "PATCH, /api/v1/studies/abad1deaabad1deaabad",
        "DELETE, /api/v1/queue",
        "POST, /api/v1/workers",
        "TRACE, /api/v1/studies",
        "PROPFIND, /api/v1/studies",
    })
    void a_method_that_an_endpoint_does_not_have_is_refused(String method, String path) {
        Response answer = as(Role.OPERATOR).request(method, path);

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "multipart/form-data; boundary=x", "application/xml", "garbage", ";;;", "text/csv"})
    void a_body_of_another_type_is_refused(String type) throws IOException {
        String answer = raw(post(type, "2", "{}"));

        assertThat(answer).startsWith("HTTP/1.1 415 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-7", "utf-16", "nope", "\"\""})
    void a_body_is_utf_8_whatever_it_is_called(String charset) throws IOException {
        orchestrator.answers("/studies", 201, named("n"));

        String answer = raw(post("application/json; charset=" + charset, "2", "{}"));

        assertThat(answer).matches("(?s)HTTP/1\\.1 (201|415) .*");
    }

    @Test
    void a_body_said_to_be_gigabytes_is_refused_as_soon_as_it_is_too_long() throws IOException {
        String request = post("application/json", "9999999999", "\"" + "x".repeat((1 << 20) + 1));

        try (var socket = open(request)) {
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2\r\nTransfer-Encoding: chunked",
                "Content-Length: 2\r\nContent-Length: 50",
                "Content-Length: -1",
                "Transfer-Encoding: chunked, identity"
            })
    void a_body_whose_end_is_in_doubt_is_not_read(String headers) throws IOException {
        String answer = raw("POST /api/v1/studies HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + Keys.of(Role.RESEARCHER).bearer() + "\r\nContent-Type: application/json\r\n" + headers
                + "\r\nConnection: close\r\n\r\n0\r\n\r\nGET /api/v1/keys HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer).doesNotContain("HTTP/1.1 2").doesNotContain("HTTP/1.1 500");
    }

    private static StudyView named(String name) {
        var training =
                new TrainingOptions(Moment.ofEpochs(4), null, null, null, null, null, null, null, null, null, null);
        var request = new DenseRuns(
                Recipe.DENSE,
                name,
                NetworkName.LENET_300_100,
                DataSetName.MNIST,
                List.of(1L),
                training,
                null,
                null,
                null);
        return Examples.study(ID, StudyView.State.RUNNING, request);
    }

    private static RequestSpecification as(Role role) {
        return Keys.as(role).urlEncodingEnabled(false);
    }

    private static String post(String type, String length, String body) {
        return "POST /api/v1/studies HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + Keys.of(Role.RESEARCHER).bearer() + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    /** What comes back for these very bytes, which no client would send. */
    private String raw(String request) throws IOException {
        try (var socket = open(request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Socket open(String request) throws IOException {
        var socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
