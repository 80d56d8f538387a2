package dev.earlyphase.deploy;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ManifestTest {
    static List<Path> sources() {
        return Repository.files(Repository.KUBERNETES, "**.yaml").stream()
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyFieldOfASourceIsKnown(Path file) {
        YamlFile.documents(Repository.read(file)).forEach(object -> assertThatCode(() -> StrictParse.check(object))
                .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @FieldSource("dev.earlyphase.deploy.Overlay#ALL")
    void everyFieldOfARenderedOverlayIsKnown(Overlay overlay, @TempDir Path folder) throws Exception {
        overlay.objects(folder).forEach(object -> assertThatCode(() -> StrictParse.check(object))
                .doesNotThrowAnyException());
    }

    @Test
    void aFieldThatTheTypeDoesNotHaveIsRefused() {
        refuses("{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {replica: 2}}", "replica");
        refuses(
                "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: b, image: c, port: 1}]}}",
                "port");
    }

    @Test
    void soAreFieldsOfResourcesThatOthersDefine() {
        refuses(
                "{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, metadata: {name: a},"
                        + " spec: {scaleTargetRef: {name: b}, triggers: [{type: cron, metadata: {}}], maxReplicas: 2}}",
                "maxReplicas");
        refuses(
                "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: a}, spec: {partition: 2}}",
                "partition");
        refuses(
                "{apiVersion: monitoring.coreos.com/v1, kind: PodMonitor, metadata: {name: a}, spec: {podSelector: {}}}",
                "podSelector");
    }

    @Test
    void aKindThatNobodyKnowsIsRefused() {
        refuses("{apiVersion: apps/v1, kind: Deploiment, metadata: {name: a}}", "Deploiment");
    }

    private static void refuses(String object, String field) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrictParse.check(YamlFile.documents(object).getFirst()))
                .withMessageContaining(field);
    }
}
