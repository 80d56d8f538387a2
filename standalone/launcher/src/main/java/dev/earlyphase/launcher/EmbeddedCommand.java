package dev.earlyphase.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of the embedded servers' JVM. */
final class EmbeddedCommand {

    private static final String MAIN_CLASS = "dev.earlyphase.embedded.EmbeddedServers";

    private EmbeddedCommand() {}

    /** Where the servers put temporary files: they empty it when they start. */
    static Path temporary(Path home) {
        return home.resolve("tmp").resolve("embedded");
    }

    static ProcessCommand of(
            Path home,
            EmbeddedLibrary library,
            EmbeddedPorts preferred,
            List<String> further,
            Map<String, String> environment) {
        List<String> arguments = new ArrayList<>(List.of(
                ProcessCommand.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // The quick compiler alone halves the start, and the servers have little to compute.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + temporary(home),
                "-cp",
                library.classPath(),
                MAIN_CLASS,
                "--home",
                home.toString(),
                "--kafka-port",
                Integer.toString(preferred.kafka()),
                "--postgres-port",
                Integer.toString(preferred.postgres()),
                "--s3-port",
                Integer.toString(preferred.s3()),
                "--stop-with-parent"));
        arguments.addAll(further);
        return new ProcessCommand(
                "embedded", arguments, environment, home.resolve("logs").resolve("embedded.log"));
    }
}
