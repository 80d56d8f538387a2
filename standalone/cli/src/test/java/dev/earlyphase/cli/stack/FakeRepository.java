package dev.earlyphase.cli.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.launcher.EmbeddedLibrary;

/** A repository with the real embedded servers, in which every service and the worker is a {@link FakeService}. */
final class FakeRepository {
    private FakeRepository() {}

    static Repository in(Path root) throws IOException {
        for (String module : List.of("orchestrator", "analyzer", "gateway", "trainer-worker/service")) {
            Path app = Files.createDirectories(root.resolve(module).resolve("target/quarkus-app"));
            writeJar(app.resolve("quarkus-run.jar"));
        }
        Path embedded = EmbeddedLibrary.findFrom(Path.of("")).orElseThrow().folder();
        Files.createDirectories(root.resolve("standalone/embedded"));
        Files.createSymbolicLink(root.resolve("standalone/embedded/target"), embedded);
        return new Repository(root);
    }

    private static void writeJar(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            code.transferTo(out);
        }
    }
}
