package dev.earlyphase.deploy;

import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static dev.earlyphase.deploy.YamlFile.each;
import static org.assertj.core.api.Assertions.assertThat;

class VariableTest {
    private static final Settings SETTINGS = new Settings();

    @Test
    void everyVariableOfOurServicesInTheComposeFileIsReadByOne() {
        Set<String> variables = new TreeSet<>();
        Compose.services().values().stream()
                .filter(service -> service.has("build"))
                .forEach(service -> service.path("environment").fieldNames().forEachRemaining(variables::add));

        assertThat(variables).hasSizeGreaterThan(10).allMatch(SETTINGS::knows);
    }

    @Test
    void soIsEveryOneInTheManifests() {
        Set<String> variables = new TreeSet<>();
        Repository.files(Repository.KUBERNETES, "**.yaml").stream()
                .flatMap(file -> YamlFile.documents(Repository.read(file)).stream())
                .filter(object -> object.path("kind").asText().equals("Deployment"))
                .flatMap(object -> each(object.at("/spec/template/spec/containers")))
                .flatMap(container -> each(container.path("env")))
                .map((JsonNode variable) -> variable.path("name").asText())
                .forEach(variables::add);

        assertThat(variables).hasSizeGreaterThan(10).allMatch(SETTINGS::knows);
    }

    @Test
    void aMisspeltVariableIsNoticed() {
        assertThat(SETTINGS.knows("EARLYPHASE_WORKER_GRACE")).isTrue();
        assertThat(SETTINGS.knows("EARLYPHASE_S3_ACCESS_KEY")).isTrue();
        assertThat(SETTINGS.knows("EARLYPHASE_WORKER_GRAZE")).isFalse();
        assertThat(SETTINGS.knows("EARLYPHASE_KAFKAS")).isFalse();
    }
}
