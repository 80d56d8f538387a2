package dev.earlyphase.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static dev.earlyphase.deploy.YamlFile.each;
import static org.assertj.core.api.Assertions.assertThat;

/** What the rendered overlays say, taken together. */
class OverlayTest {
    private static final String ALL = "dev.earlyphase.deploy.Overlay#ALL";

    /** The arrows of the picture in docs/architecture.md. */
    private static final Set<String> ARROWS = Set.of(
            "gateway → orchestrator:8081",
            "gateway → postgres:5432",
            "gateway → s3:9000",
            "orchestrator → postgres:5432",
            "orchestrator → kafka:9092",
            "trainer-worker → kafka:9092",
            "trainer-worker → orchestrator:8081",
            "trainer-worker → s3:9000",
            "analyzer → kafka:9092",
            "analyzer → s3:9000",
            "analyzer → postgres:5432");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource(ALL)
    void onlyTheArrowsOfThePictureAreOpen(Overlay overlay) throws Exception {
        List<JsonNode> objects = overlay.objects(folder);

        Set<String> arrows = NetworkRules.among(objects).arrows(Pod.among(objects));

        // Workers of either engine are workers; servers outside of the cluster are no pods.
        assertThat(arrows.stream().map(arrow -> arrow.replaceAll("worker-(torch|dl4j)", "worker")))
                .isSubsetOf(ARROWS)
                .contains("gateway → orchestrator:8081", "trainer-worker → orchestrator:8081");
        if (overlay.name().equals("small")) {
            assertThat(arrows).isEqualTo(ARROWS);
        }
    }

    @ParameterizedTest
    @FieldSource(ALL)
    void everyKeyThatIsReferredToExists(Overlay overlay) throws Exception {
        List<JsonNode> objects = overlay.objects(folder);
        Set<String> secrets =
                Set.copyOf(Repository.read(Repository.KUBERNETES.resolve("overlays/small/secrets.env.example"))
                        .lines()
                        .map(line -> line.replace("=", ""))
                        .toList());
        Set<String> known = new HashSet<>();
        for (JsonNode object : objects) {
            for (String content : List.of("data", "stringData")) {
                object.path(content).fieldNames().forEachRemaining(key -> known.add(key(object.path("metadata"), key)));
            }
        }

        for (Pod pod : Pod.among(objects)) {
            for (JsonNode variable : pod.container().path("env")) {
                JsonNode settings = variable.at("/valueFrom/configMapKeyRef");
                JsonNode secret = variable.at("/valueFrom/secretKeyRef");
                if (!settings.isMissingNode()) {
                    assertThat(known)
                            .contains(key(settings, settings.path("key").asText()));
                }
                if (!secret.isMissingNode()) {
                    assertThat(secrets).contains(secret.path("key").asText());
                }
            }
        }
    }

    /** One Secret, by a name that resources of others refer to as well. */
    @ParameterizedTest
    @FieldSource(ALL)
    void everySecretThatIsReferredToHasTheOneName(Overlay overlay) throws Exception {
        assertThat(overlay.objects(folder)).allSatisfy(object -> {
            for (String referrer : List.of("secretKeyRef", "secretTargetRef")) {
                object.findValues(referrer).stream()
                        .flatMap(found -> found.isArray() ? each(found) : Stream.of(found))
                        .forEach(secret ->
                                assertThat(secret.path("name").asText()).isEqualTo("secrets"));
            }
            if (object.path("kind").asText().equals("Secret")) {
                assertThat(object.at("/metadata/name").asText()).isEqualTo("secrets");
            }
        });
    }

    private static String key(JsonNode object, String key) {
        return object.path("name").asText() + "/" + key;
    }

    @ParameterizedTest
    @FieldSource(ALL)
    void everyPortOfAServiceIsOneOfItsPods(Overlay overlay) throws Exception {
        List<JsonNode> objects = overlay.objects(folder);
        List<Pod> pods = Pod.among(objects);

        for (JsonNode service : objects) {
            if (service.path("kind").asText().equals("Service")) {
                Pod pod = pods.stream()
                        .filter(one ->
                                one.name().equals(service.at("/metadata/name").asText()))
                        .findFirst()
                        .orElseThrow();
                each(service.at("/spec/ports")).forEach(port -> assertThat(pod.port(port.path("targetPort")))
                        .isEqualTo(port.path("port").asInt()));
            }
        }
    }

    @ParameterizedTest
    @FieldSource(ALL)
    void everyImageHasAVersion(Overlay overlay) throws Exception {
        assertThat(Pod.among(overlay.objects(folder)))
                .allSatisfy(pod -> assertThat(pod.container().path("image").asText())
                        .matches(".+(:[^/:]+|@sha256:[0-9a-f]{64})")
                        .doesNotEndWith(":latest"));
    }

    @ParameterizedTest
    @FieldSource(ALL)
    void everyPodIsRestricted(Overlay overlay) throws Exception {
        assertThat(Pod.among(overlay.objects(folder))).allSatisfy(pod -> {
            JsonNode security = pod.container().path("securityContext");
            assertThat(pod.spec().at("/securityContext/runAsNonRoot").asBoolean())
                    .isTrue();
            assertThat(pod.spec().at("/securityContext/seccompProfile/type").asText())
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.spec().path("automountServiceAccountToken").asBoolean(true))
                    .isFalse();
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            if (pod.isOurs()) {
                assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            }
        });
    }

    @ParameterizedTest
    @FieldSource(ALL)
    void aLongTrialIsNotTakenForADeadProcess(Overlay overlay) throws Exception {
        assertThat(Pod.among(overlay.objects(folder)).stream().filter(Pod::isOurs))
                .allSatisfy(pod -> {
                    JsonNode probe = pod.container().path("livenessProbe");
                    assertThat(probe.at("/httpGet/path").asText()).isEqualTo("/q/health/live");
                    assertThat(probe.path("periodSeconds").asInt()
                                    * probe.path("failureThreshold").asInt())
                            .isGreaterThanOrEqualTo(60);
                });
    }

    @ParameterizedTest
    @FieldSource(ALL)
    void aWorkerIsGivenTheTimeThatItTakesToStop(Overlay overlay) throws Exception {
        assertThat(Pod.among(overlay.objects(folder)).stream()
                        .filter(pod -> pod.name().startsWith("trainer-worker")))
                .isNotEmpty()
                .allSatisfy(pod -> {
                    Duration checkpoint = seconds(pod.variable("EARLYPHASE_WORKER_GRACE"));
                    Duration shutdown = seconds(pod.variable("QUARKUS_SHUTDOWN_TIMEOUT"));
                    Duration kill = Duration.ofSeconds(
                            pod.spec().path("terminationGracePeriodSeconds").asLong());
                    assertThat(checkpoint).isLessThan(shutdown);
                    assertThat(shutdown).isLessThan(kill);
                });
    }

    private static Duration seconds(String value) {
        return Duration.parse("PT" + value);
    }
}
