package dev.earlyphase.gateway.session;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logging.Logger;

import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.contracts.error.DomainException.Unauthenticated;
import dev.earlyphase.contracts.error.DomainException.Unavailable;

/** Logging in at the issuer: the authorization code flow with PKCE (RFC 6749, RFC 7636). */
@Singleton
class OpenIdConnect {
    private static final Logger LOG = Logger.getLogger(OpenIdConnect.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final LoginConfig.Oidc config;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile JsonNode description;

    OpenIdConnect(LoginConfig config, ObjectMapper json) {
        this.config = config.oidc();
        this.json = json;
    }

    /** Whether there is an issuer that knows the page. */
    boolean offered() {
        return config.issuer().isPresent() && config.clientId().isPresent();
    }

    /** Where the browser has to go. */
    URI authorization(Errand errand, URI back) {
        String endpoint = endpoint("authorization_endpoint");
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", clientId());
        asked.put("redirect_uri", back.toString());
        asked.put("scope", config.scope());
        asked.put("state", errand.state());
        asked.put("code_challenge", errand.challenge());
        asked.put("code_challenge_method", "S256");
        return URI.create(endpoint + (endpoint.contains("?") ? "&" : "?") + form(asked));
    }

    /**
     * The access token for the code that the browser has brought back.
     *
     * @throws Unauthenticated if the issuer does not take the code
     */
    String token(String code, Errand errand, URI back) {
        var given = new LinkedHashMap<String, String>();
        given.put("grant_type", "authorization_code");
        given.put("code", code);
        given.put("redirect_uri", back.toString());
        given.put("client_id", clientId());
        given.put("code_verifier", errand.verifier());
        config.clientSecret().ifPresent(secret -> given.put("client_secret", secret));
        JsonNode answer = ask(HttpRequest.newBuilder(URI.create(endpoint("token_endpoint")))
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED)
                .POST(BodyPublishers.ofString(form(given))));
        if (!answer.path("access_token").isTextual()) {
            throw new Unauthenticated();
        }
        return answer.get("access_token").asText();
    }

    private String clientId() {
        return config.clientId().orElseThrow(() -> new NotFound("way to log in", "OpenID Connect"));
    }

    /** From the issuer's own description, which is asked for once. */
    private String endpoint(String name) {
        if (!offered()) {
            throw new NotFound("way to log in", "OpenID Connect");
        }
        if (description == null) {
            String issuer = config.issuer().orElseThrow().replaceAll("/+$", "");
            JsonNode answer = ask(HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")));
            if (!answer.path("token_endpoint").isTextual()
                    || !answer.path("authorization_endpoint").isTextual()) {
                throw away("its description lacks an endpoint");
            }
            description = answer;
        }
        return description.get(name).asText();
    }

    /** @throws Unauthenticated for what the issuer refuses; @throws Unavailable where it does not answer */
    private JsonNode ask(HttpRequest.Builder request) {
        try {
            var answer = http.send(
                    request.timeout(PATIENCE)
                            .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON)
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() == OK) {
                return json.readTree(answer.body());
            }
            if (answer.statusCode() / 100 == 4) {
                LOG.warnf("The issuer refuses what the page asks of it: status %d", answer.statusCode());
                throw new Unauthenticated();
            }
            throw away("status " + answer.statusCode());
        } catch (IOException failure) {
            throw away(failure.getClass().getSimpleName());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw away("interrupted");
        }
    }

    private static Unavailable away(String why) {
        LOG.warnf("The issuer of tokens does not answer: %s", why);
        return new Unavailable("The issuer of tokens does not answer.");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
