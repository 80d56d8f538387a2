package dev.earlyphase.orchestrator.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.earlyphase.contracts.claim.Heartbeat;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.contracts.study.StudyRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** During a rolling update a worker of the next release reports to this orchestrator. */
class NewerMessagesTest {
    private static final Path MESSAGES = Path.of("../contracts/src/test/resources/golden/messages/present");

    private final ObjectMapper mapper = strict();
    private final JsonReader json = new JsonReader(mapper);

    @ParameterizedTest
    @MethodSource("events")
    void an_event_with_fields_of_the_next_release_is_taken(Path message) throws IOException {
        JsonNode golden = mapper.readTree(Files.readString(message));

        TrialEvent read = json.readMessage(withNewFields(golden).toString(), TrialEvent.class);

        assertThat(read).isEqualTo(mapper.readValue(Files.readString(message), TrialEvent.class));
    }

    @Test
    void a_heartbeat_with_fields_of_the_next_release_is_taken() throws IOException {
        JsonNode golden = mapper.readTree(Files.readString(MESSAGES.resolve("heartbeat.json")));

        Heartbeat read = json.readMessage(withNewFields(golden).toString(), Heartbeat.class);

        assertThat(read.worker()).isEqualTo("worker-1");
    }

    @Test
    void a_study_with_an_unknown_field_is_still_a_slip_of_the_pen() {
        assertThatThrownBy(() -> json.read(
                        "{\"recipe\": \"dense\", \"network\": \"lenet-300-100\", \"dataset\": \"mnist\", \"seeds\": [1], \"nextRelease\": 1}",
                        StudyRequest.class))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("nextRelease");
    }

    static List<Path> events() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.filter(file -> file.getFileName().toString().matches("(attempt|checkpoint|mask|trial-f).*"))
                    .sorted()
                    .toList();
        }
    }

    /** In every object that is a record; the details of a provenance are a map, which has no fields. */
    private static JsonNode withNewFields(JsonNode node) {
        node.properties().stream()
                .filter(field -> !field.getKey().equals("details"))
                .forEach(field -> withNewFields(field.getValue()));
        return node instanceof ObjectNode object ? object.put("nextRelease", 1) : node;
    }

    private static ObjectMapper strict() {
        var mapper = new ObjectMapper().findAndRegisterModules();
        new StrictJson().customize(mapper);
        return mapper;
    }
}
