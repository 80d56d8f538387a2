package dev.earlyphase.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** An overlay of the manifests, with optional components, as kustomize renders it. */
record Overlay(String name, List<String> components) {
    static final List<Overlay> ALL = List.of(
            new Overlay("small", List.of()),
            new Overlay("small", List.of("keda/processors", "monitoring")),
            new Overlay("production", List.of()),
            new Overlay("production", List.of("keda/processors", "strimzi", "monitoring")),
            new Overlay("gpu", List.of()),
            new Overlay("gpu", List.of("keda/gpus", "strimzi", "monitoring")));

    private static final Map<Overlay, List<JsonNode>> RENDERED = new ConcurrentHashMap<>();

    /** What is rendered, from a copy whose secrets are made up. Skips the test where there is no kubectl. */
    List<JsonNode> objects(Path folder) throws IOException, InterruptedException {
        if (!RENDERED.containsKey(this)) {
            assumeTrue(hasKubectl(), "kubectl is not here: nothing is rendered");
            RENDERED.put(this, render(folder));
        }
        return RENDERED.get(this);
    }

    private List<JsonNode> render(Path folder) throws IOException, InterruptedException {
        for (Path file : Repository.files(Repository.KUBERNETES, "**")) {
            Path copy = folder.resolve(Repository.KUBERNETES.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        Path secrets = folder.resolve("overlays/small/secrets.env");
        Files.writeString(
                secrets, Repository.read(Path.of(secrets + ".example")).replaceAll("(?m)=$", "=made-up"));
        Path top = Files.createDirectory(folder.resolve("top"));
        Files.writeString(top.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: earlyphase
                resources: [../overlays/%s]
                components: [%s]
                """.formatted(
                name,
                String.join(
                        ", ", components.stream().map("../components/"::concat).toList())));
        return YamlFile.documents(kubectl("kustomize", top.toString()));
    }

    private static boolean hasKubectl() throws IOException, InterruptedException {
        try {
            kubectl("version", "--client");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String kubectl(String command, String argument) throws IOException, InterruptedException {
        Path output = Files.createTempFile("kubectl", ".yaml");
        Process process = new ProcessBuilder("kubectl", command, argument)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("kubectl " + command + " took longer than 60 s");
        }
        String text = Files.readString(output);
        Files.delete(output);
        if (process.exitValue() != 0) {
            throw new IllegalStateException("kubectl %s %s: %s".formatted(command, argument, text));
        }
        return text;
    }
}
