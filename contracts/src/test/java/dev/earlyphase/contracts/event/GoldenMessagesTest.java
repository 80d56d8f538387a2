package dev.earlyphase.contracts.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.earlyphase.contracts.Json;
import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.ClaimRequest;
import dev.earlyphase.contracts.claim.Heartbeat;
import dev.earlyphase.contracts.claim.Orders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages as earlier releases wrote them, which are still on their way while a service is replaced. The folder
 * {@code first} is of the first release, {@code present} of this one; a release that adds a field adds a folder.
 */
class GoldenMessagesTest {
    private static final Path MESSAGES = Path.of("src/test/resources/golden/messages");
    private static final Map<String, Class<?>> KINDS = Map.of(
            "claim", Claim.class,
            "claim-request", ClaimRequest.class,
            "heartbeat", Heartbeat.class,
            "orders", Orders.class,
            "telemetry-batch", TelemetryBatch.class,
            "trial-offer", TrialOffer.class);

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_of_an_earlier_release_is_read_and_no_field_of_it_is_lost(Path message) throws IOException {
        JsonNode golden = Json.MAPPER.readTree(Files.readString(message));
        Class<?> kind = kind(message);

        Object read = Json.MAPPER.treeToValue(golden, kind);

        JsonNode written = Json.MAPPER.readTree(Json.MAPPER.writerFor(kind).writeValueAsString(read));
        assertThat(lost(golden, written, "")).isEmpty();
    }

    @Test
    void every_event_has_a_message_of_this_release() throws IOException {
        List<String> types = List.of(
                "mask-derived",
                "checkpoint-written",
                "checkpoints-dropped",
                "objects-outdated",
                "trial-forgotten",
                "trial-imported",
                "attempt-completed",
                "attempt-diverged",
                "attempt-failed",
                "attempt-released");
        try (Stream<Path> present = Files.list(MESSAGES.resolve("present"))) {
            assertThat(present.map(GoldenMessagesTest::name)).containsAll(types).containsAll(KINDS.keySet());
        }
    }

    static List<Path> messages() throws IOException {
        try (Stream<Path> files = Files.walk(MESSAGES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Class<?> kind(Path message) {
        return KINDS.getOrDefault(name(message), TrialEvent.class);
    }

    private static String name(Path message) {
        return message.getFileName().toString().replace(".json", "");
    }

    /** The paths of the first tree whose values are missing or others in the second. */
    private static List<String> lost(JsonNode golden, JsonNode written, String path) {
        if (golden.isContainerNode() && golden.getNodeType() == written.getNodeType()) {
            Stream<String> below = golden.isObject()
                    ? golden.properties().stream()
                            .flatMap(field ->
                                    lost(field.getValue(), written.path(field.getKey()), path + "/" + field.getKey())
                                            .stream())
                    : Stream.iterate(0, i -> i < golden.size(), i -> i + 1)
                            .flatMap(i -> lost(golden.get(i), written.path(i), path + "/" + i).stream());
            return below.toList();
        }
        boolean same = golden.equals(written) || golden.isNull() && written.isMissingNode();
        return same ? List.of() : List.of(path);
    }
}
