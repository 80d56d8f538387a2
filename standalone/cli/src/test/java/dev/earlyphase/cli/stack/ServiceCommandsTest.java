package dev.earlyphase.cli.stack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.launcher.ProcessCommand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServiceCommandsTest {
    @TempDir
    private Path root;

    private Surroundings surroundings = Surroundings.USUAL;

    @BeforeEach
    void build() throws Exception {
        Path app = Files.createDirectories(root.resolve("trainer-worker/service/target/quarkus-app"));
        Files.createFile(app.resolve("quarkus-run.jar"));
    }

    @Test
    void a_worker_learns_where_everything_is_and_nothing_secret_is_on_its_command_line() {
        ProcessCommand worker = commands(Optional.empty()).worker("worker-1", new ServicePorts(8083, 9083), Map.of());

        assertThat(worker.environment())
                .containsEntry("EARLYPHASE_ORCHESTRATOR_URL", "http://127.0.0.1:8081")
                .containsEntry("EARLYPHASE_S3_SECRET_KEY", "secret")
                .containsEntry("EARLYPHASE_WORKER_SLOTS", "3")
                .containsEntry("EARLYPHASE_DATA", root.resolve("home/data").toString())
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_HTTP_PORT", "8083")
                .containsEntry("QUARKUS_MANAGEMENT_PORT", "9083")
                .containsEntry("OPENBLAS_NUM_THREADS", "1");
        assertThat(worker.arguments()).noneMatch(argument -> argument.contains("secret"));
    }

    @Test
    void a_worker_is_told_its_own_key_and_no_other() {
        ProcessCommand worker = commands(Optional.empty()).worker("worker-1", new ServicePorts(8083, 9083), Map.of());

        assertThat(worker.environment())
                .containsEntry("EARLYPHASE_ACCESS_WORKER_KEY", "workers")
                .doesNotContainKeys("EARLYPHASE_ACCESS_OPERATOR_KEY", "EARLYPHASE_ACCESS_GATEWAY_KEY");
    }

    @Test
    void a_workers_crash_log_and_what_it_notes_for_its_successor_lie_in_a_folder_of_its_own() {
        ProcessCommand worker = commands(Optional.empty()).worker("worker-1", new ServicePorts(8083, 9083), Map.of());

        Path crashes = root.resolve("home/logs/crashes/worker-1");
        assertThat(worker.environment()).containsEntry("EARLYPHASE_WORKER_CRASHES", crashes.toString());
        assertThat(worker.arguments()).contains("-XX:ErrorFile=" + crashes + "/hs_err_%p.log");
    }

    @Test
    void temporary_files_of_a_process_that_was_killed_are_gone_when_it_starts_again() throws Exception {
        Path left = Files.createDirectories(root.resolve("home/tmp/worker-1")).resolve("libleft.so");
        Files.createFile(left);

        ProcessCommand worker = commands(Optional.empty()).worker("worker-1", new ServicePorts(8083, 9083), Map.of());

        assertThat(worker.arguments()).contains("-Djava.io.tmpdir=" + left.getParent());
        assertThat(left.getParent()).isEmptyDirectory();
    }

    @Test
    void a_worker_outlives_a_want_of_memory_and_a_service_does_not() throws Exception {
        Path app = Files.createDirectories(root.resolve("gateway/target/quarkus-app"));
        Files.createFile(app.resolve("quarkus-run.jar"));
        String exit = "-XX:+ExitOnOutOfMemoryError";

        assertThat(commands(Optional.empty())
                        .worker("worker-1", new ServicePorts(8083, 9083), Map.of())
                        .arguments())
                .doesNotContain(exit);
        assertThat(commands(Optional.empty())
                        .service("gateway", new ServicePorts(8080, 9080))
                        .arguments())
                .contains(exit);
    }

    @Test
    void a_worker_sees_the_gpu_that_it_is_given() {
        ProcessCommand worker = commands(Optional.empty())
                .worker("worker-1", new ServicePorts(8083, 9083), Map.of("CUDA_VISIBLE_DEVICES", "1"));

        assertThat(worker.environment()).containsEntry("CUDA_VISIBLE_DEVICES", "1");
    }

    @Test
    void the_users_data_folder_comes_before_the_homes() {
        ProcessCommand worker = commands(Optional.of(root)).worker("worker-1", new ServicePorts(8083, 9083), Map.of());

        assertThat(worker.environment()).containsEntry("EARLYPHASE_DATA", root.toString());
    }

    @Test
    void an_experiment_may_change_the_environment_of_each() {
        surroundings = new Surroundings() {
            @Override
            public Map<String, String> environment(String unit, Map<String, String> usual) {
                return Map.of("UNIT", unit, "ORCHESTRATOR", usual.get("EARLYPHASE_ORCHESTRATOR_URL"));
            }
        };

        ProcessCommand worker = commands(Optional.empty()).worker("worker-2", new ServicePorts(8084, 9084), Map.of());

        assertThat(worker.environment())
                .containsOnly(Map.entry("UNIT", "worker-2"), Map.entry("ORCHESTRATOR", "http://127.0.0.1:8081"));
    }

    @Test
    void services_that_live_for_minutes_are_compiled_quickly_and_workers_well() throws Exception {
        Path app = Files.createDirectories(root.resolve("gateway/target/quarkus-app"));
        Files.createFile(app.resolve("quarkus-run.jar"));
        surroundings = new ShortLived();
        ServiceCommands commands = commands(Optional.empty());

        ProcessCommand gateway = commands.service("gateway", new ServicePorts(8080, 9080));
        ProcessCommand worker = commands.worker("worker-1", new ServicePorts(8083, 9083), Map.of());

        assertThat(gateway.environment()).containsEntry("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        assertThat(worker.environment()).doesNotContainKey("JAVA_TOOL_OPTIONS");
    }

    @Test
    void a_service_that_is_not_built_is_named() {
        ServiceCommands commands = commands(Optional.empty());

        assertThatThrownBy(() -> commands.service("gateway", new ServicePorts(8080, 9080)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("gateway/target/quarkus-app/quarkus-run.jar is missing");
    }

    private ServiceCommands commands(Optional<Path> data) {
        var options = new StackOptions(
                new Home(root.resolve("home")),
                2,
                3,
                data,
                OptionalInt.empty(),
                new Device.Auto(),
                StackOptions.AUTO_ENGINE);
        return new ServiceCommands(
                new Repository(root),
                options,
                URI.create("http://127.0.0.1:8081"),
                Map.of(
                        "earlyphase.s3.secret-key", "secret",
                        "earlyphase.access.operator-key", "operators",
                        "earlyphase.access.worker-key", "workers",
                        "earlyphase.access.gateway-key", "gateways"),
                surroundings);
    }
}
