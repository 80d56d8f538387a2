package dev.earlyphase.deploy;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static dev.earlyphase.deploy.YamlFile.each;
import static org.assertj.core.api.Assertions.assertThat;

class ComposeTest {
    private static final Map<String, JsonNode> SERVICES = Compose.services();

    @Test
    void onlyTheGatewayAndGrafanaAreReachedFromOutsideAndOnLoopback() {
        assertThat(SERVICES).allSatisfy((name, service) -> {
            if (Set.of("gateway", "grafana").contains(name)) {
                assertThat(service.at("/ports/0").asText()).startsWith("127.0.0.1:");
            } else {
                assertThat(service.has("ports")).isFalse();
            }
        });
    }

    @Test
    void theLogOfEachContainerIsBounded() {
        assertThat(SERVICES).allSatisfy((name, service) -> {
            assertThat(service.at("/logging/options/max-size").asText())
                    .as(name)
                    .matches("[0-9]+m");
            assertThat(service.at("/logging/options/max-file").asText())
                    .as(name)
                    .matches("[1-9]");
        });
    }

    @Test
    void noPasswordHasADefault() {
        assertThat(SERVICES).allSatisfy((name, service) -> service.path("environment")
                .properties()
                .forEach(variable -> {
                    if (variable.getKey().matches(".*(PASSWORD|_KEY|ROOT_USER)")) {
                        assertThat(variable.getValue().asText())
                                .as(variable.getKey())
                                .matches("\\$\\{[A-Z0-9_]+:\\?set it in \\.env}");
                    }
                }));
    }

    @Test
    void theExampleNamesEveryVariableAndSetsNoSecret() {
        Set<String> used = Pattern.compile("\\$\\{([A-Z0-9_]+)")
                .matcher(Compose.TEXT)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        Map<String, String> example = Repository.read(Repository.ROOT.resolve(".env.example"))
                .lines()
                .filter(line -> line.matches("[A-Z].*"))
                .collect(Collectors.toMap(line -> line.split("=")[0], line -> line.substring(line.indexOf('=') + 1)));

        assertThat(example.keySet()).isEqualTo(used);
        assertThat(example).allSatisfy((name, value) -> {
            if (name.matches(".*(PASSWORD|KEY)")) {
                assertThat(value).as(name).isEmpty();
            }
        });
    }

    @Test
    void everyImageOfOthersHasAVersion() {
        assertThat(SERVICES.values().stream().filter(service -> !service.has("build")))
                .allSatisfy(service -> assertThat(service.path("image").asText())
                        .matches(".+:[^/:]+")
                        .doesNotEndWith(":latest"));
    }

    @Test
    void everythingRunsWithoutCapabilitiesAndOurServicesWriteNowhereElse() {
        assertThat(SERVICES).allSatisfy((name, service) -> {
            assertThat(service.at("/cap_drop/0").asText()).as(name).isEqualTo("ALL");
            assertThat(service.at("/security_opt/0").asText()).as(name).isEqualTo("no-new-privileges:true");
            if (service.has("build")) {
                assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
            }
        });
    }

    /** A health check in list form is quoted anew by some engines. */
    @Test
    void whoeverIsWaitedForHasAHealthCheck() {
        assertThat(SERVICES.values())
                .allSatisfy(service -> service.path("depends_on").fieldNames().forEachRemaining(other -> assertThat(
                                SERVICES.get(other).at("/healthcheck/test/0").asText())
                        .as(other)
                        .isEqualTo("CMD-SHELL")));
    }

    @Test
    void everyDockerfileThatIsBuiltIsThere() {
        assertThat(SERVICES.values().stream().filter(service -> service.has("build")))
                .allSatisfy(service -> assertThat(Repository.ROOT.resolve(
                                service.at("/build/dockerfile").asText()))
                        .isRegularFile());
    }

    @Test
    void noSecretIsWrittenIntoAnImage() {
        assertThat(Repository.files(Repository.ROOT, "**Dockerfile"))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(file ->
                        assertThat(Repository.read(file)).doesNotContainPattern("(PASSWORD|SECRET|TOKEN)\\w*="));
    }

    @Test
    void everyServiceHasItsPorts() {
        assertThat(each(YamlFile.documents(
                                "[gateway 8080 9080, orchestrator 8081 9081, analyzer 8082 9082, trainer-worker 8083 9083]")
                        .getFirst()))
                .allSatisfy(row -> {
                    String[] words = row.asText().split(" ");
                    assertThat(Repository.read(Repository.ROOT.resolve(words[0] + "/Dockerfile")))
                            .contains("EXPOSE %s %s".formatted(words[1], words[2]), "QUARKUS_HTTP_PORT=" + words[1]);
                });
    }
}
