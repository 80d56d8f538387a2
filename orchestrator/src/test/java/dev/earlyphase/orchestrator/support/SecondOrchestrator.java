package dev.earlyphase.orchestrator.support;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import dev.earlyphase.contracts.setting.RequiredSettings;
import dev.earlyphase.launcher.FreePorts;
import dev.earlyphase.launcher.ManagedProcess;
import dev.earlyphase.launcher.ProcessCommand;
import dev.earlyphase.launcher.testing.EmbeddedStack;

import static org.awaitility.Awaitility.await;

/** The packaged orchestrator as a process of its own, beside the one under test, on the same Kafka and Postgres. */
public final class SecondOrchestrator implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    private final ManagedProcess process;
    private final int port;

    private SecondOrchestrator(ManagedProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it is ready. */
    public static SecondOrchestrator start() {
        int port = FreePorts.free();
        Map<String, String> environment = new HashMap<>();
        EmbeddedStack.shared()
                .configuration()
                .forEach((key, value) -> environment.put(RequiredSettings.variable(key), value));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(FreePorts.free()));
        var second = new SecondOrchestrator(
                ManagedProcess.start(new ProcessCommand(
                        "second orchestrator",
                        List.of(ProcessCommand.java(), "-Xmx192m", "-XX:+UseSerialGC", "-jar", JAR.toString()),
                        environment,
                        Path.of("target/second-orchestrator.log"))),
                port);
        await().atMost(START_LIMIT)
                .ignoreExceptions()
                .until(() -> second.given().get("/q/health/ready").statusCode() == 200);
        return second;
    }

    /** @param body as JSON */
    public Response post(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }

    /** As if its machine had lost power: it takes leave of nobody. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.kill();
    }

    private RequestSpecification given() {
        return AsGateway.asWorker().port(port);
    }
}
