package dev.earlyphase.deploy;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** docker-compose.yml. */
final class Compose {
    static final String TEXT = Repository.read(Repository.ROOT.resolve("docker-compose.yml"));

    private Compose() {}

    /** The services by name. */
    static Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new TreeMap<>();
        YamlFile.documents(TEXT)
                .getFirst()
                .path("services")
                .properties()
                .forEach(entry -> services.put(entry.getKey(), entry.getValue()));
        return services;
    }

    /** Names of services as their parameters. */
    static Stream<String> names() {
        return services().keySet().stream();
    }
}
