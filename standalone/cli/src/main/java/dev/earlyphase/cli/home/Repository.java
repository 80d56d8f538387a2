package dev.earlyphase.cli.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.launcher.EmbeddedLibrary;

/**
 * The built repository.
 *
 * @param root its top folder
 */
public record Repository(Path root) {
    private static final String WORKER = "trainer-worker/service/target/quarkus-app";

    /** The one whose script runs this: system property {@code earlyphase.root}. */
    public static Repository current() {
        String root = System.getProperty("earlyphase.root");
        if (root == null) {
            throw new IllegalStateException("the system property earlyphase.root is not set: start by ./earlyphase");
        }
        return new Repository(Path.of(root).toAbsolutePath().normalize());
    }

    /** The runnable jar of the orchestrator, the analyzer or the gateway. */
    public Path serviceJar(String service) {
        return built(root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    public Path workerJar() {
        return built(root.resolve(WORKER).resolve("quarkus-run.jar"));
    }

    /** Whether the worker was built with an engine for NVIDIA's GPUs. */
    public boolean workerIsForGpus() {
        Path libraries = built(root.resolve(WORKER)).resolve("lib/main");
        try (Stream<Path> jars = Files.list(libraries)) {
            return jars.map(jar -> jar.getFileName().toString())
                    .anyMatch(name -> name.contains("-gpu.jar") || name.contains("nd4j-cuda"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + libraries, e);
        }
    }

    /** The class path for another main class of the worker than the service itself. */
    public String workerClassPath() {
        Path app = built(root.resolve(WORKER));
        return "%1$s/app/*:%1$s/lib/main/*:%1$s/lib/boot/*:%1$s/quarkus/*".formatted(app);
    }

    public EmbeddedLibrary embedded() {
        return new EmbeddedLibrary(built(root.resolve("standalone/embedded/target")));
    }

    /** A study that comes with the repository. */
    public Path study(String name) {
        return root.resolve("studies").resolve(name + ".yaml");
    }

    public Home defaultHome() {
        return new Home(root.resolve(".earlyphase"));
    }

    private static Path built(Path path) {
        if (Files.notExists(path)) {
            throw Failure.ofWork(
                    path + " is missing: the build is not complete. Delete .earlyphase/build to build anew.");
        }
        return path;
    }
}
