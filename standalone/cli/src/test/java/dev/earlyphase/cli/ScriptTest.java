package dev.earlyphase.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The script at the root, in a repository whose JDK and Maven are scripts that say how they were called. */
class ScriptTest {
    private static final List<String> BUILT = List.of(
            "orchestrator/target/quarkus-app/quarkus-run.jar",
            "analyzer/target/quarkus-app/quarkus-run.jar",
            "gateway/target/quarkus-app/quarkus-run.jar",
            "trainer-worker/service/target/quarkus-app/quarkus-run.jar",
            "standalone/embedded/target/embedded.jar",
            "standalone/cli/target/cli.jar",
            "standalone/reliability/target/reliability.jar");

    @TempDir
    private Path folder;

    private Path root;

    private record Run(int exitCode, String output) {}

    @BeforeEach
    void repository() throws IOException {
        root = Files.createDirectories(folder.resolve("a repository"));
        Files.copy(Path.of("../../earlyphase"), root.resolve("earlyphase"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(root.resolve("pom.xml"));
        for (String module : List.of(
                ".mvn",
                "contracts/src/main",
                "weights",
                "orchestrator",
                "trainer-worker",
                "analyzer",
                "gateway",
                "standalone")) {
            Files.createDirectories(root.resolve(module));
        }
        jdk("jdk", "21.0.4");
        String makeAll = String.join(
                "\n",
                BUILT.stream()
                        .map(jar -> "mkdir -p '%1$s' && : >'%2$s'"
                                .formatted(Path.of(jar).getParent(), jar))
                        .toList());
        program(folder.resolve("bin/mvn"), """
                case $1 in
                  -version) echo 'Apache Maven 3.9.9 (abc)' ;;
                  *) echo "maven: $*"; [ ! -e broken ] || exit 1
                %s
                esac""".formatted(makeAll));
    }

    @Test
    void it_builds_and_then_runs_the_command_line_with_the_users_words() throws Exception {
        Run run = run("submit", "my study.yaml");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output())
                .contains("Building for the first time")
                .contains("-Dearlyphase.root=" + root)
                .endsWith("[dev.earlyphase.cli.Main] [submit] [my study.yaml]\n");
    }

    @Test
    void what_puts_the_stack_to_the_test_is_a_program_of_its_own() throws Exception {
        Run run = run("chaos", "--seed", "1");

        assertThat(run.output()).endsWith("[dev.earlyphase.reliability.Main] [chaos] [--seed] [1]\n");
    }

    @Test
    void a_parser_is_fuzzed_for_as_long_as_was_asked() throws Exception {
        Files.createDirectories(root.resolve("contracts/src/test"));
        Files.createFile(root.resolve("contracts/src/test/LinesFuzzTest.java"));

        Run run = run("fuzz", "--minutes", "2", "Lines");

        assertThat(run.output()).contains("-Dtest=LinesFuzzTest", "-Dearlyphase.fuzz.seconds=120");
    }

    @Test
    void a_parser_that_there_is_not_is_not_fuzzed() throws Exception {
        Run run = run("fuzz", "Nothing");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).contains("no parser is called Nothing");
    }

    @Test
    void what_is_built_is_not_built_again() throws Exception {
        run("down");

        assertThat(run("down").output()).doesNotContain("Building");
    }

    @Test
    void a_changed_source_makes_the_build_stale() throws Exception {
        run("down");
        Path source = Files.createFile(root.resolve("contracts/src/main/Trial.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(run("down").output()).contains("Building what has changed");
    }

    @Test
    void a_deleted_product_makes_the_build_stale() throws Exception {
        run("down");
        Files.delete(root.resolve(BUILT.getFirst()));

        assertThat(run("down").output()).contains("Building what has changed");
    }

    @Test
    void a_build_that_fails_shows_the_end_of_its_log() throws Exception {
        Files.createFile(root.resolve("broken"));

        Run run = run("up");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("The build failed. The end of ")
                .contains("maven: -B -ntp package -DskipTests");
    }

    @Test
    void a_jdk_that_is_too_old_is_passed_over() throws Exception {
        jdk("old", "17.0.9");

        Run run = run(Map.of("JAVA_HOME", folder.resolve("old").toString(), "PATH", path("jdk/bin")), "down");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("java of jdk:");
    }

    @Test
    void formatting_needs_no_build() throws Exception {
        Run run = run("format");

        assertThat(run.output()).isEqualTo("maven: -B -ntp spotless:apply\n");
    }

    @Test
    void the_tests_end_with_the_sum_over_all_modules() throws Exception {
        program(folder.resolve("bin/mvn"), """
                [ "$1" != -version ] || { echo 'Apache Maven 3.9.9 (abc)'; exit; }
                mkdir -p a/target/surefire-reports b/target/failsafe-reports
                echo 'Tests run: 4, Failures: 1, Errors: 0, Skipped: 2, Time elapsed: 1 s' >a/target/surefire-reports/A.txt
                echo 'Tests run: 3, Failures: 0, Errors: 1, Skipped: 0, Time elapsed: 1 s' >b/target/failsafe-reports/B.txt
                exit 1""");

        Run run = run("test");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).endsWith("Tests run: 7, Failures: 1, Errors: 1, Skipped: 2\n");
    }

    @Test
    void images_are_built_by_the_engine_that_answers() throws Exception {
        program(folder.resolve("bin/docker"), "exit 1");
        program(folder.resolve("bin/podman"), "echo \"podman: $*\"");

        Run run = run("images", "--tag", "1.2", "--only", "trainer-worker-cuda13", "--", "--pull");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output())
                .contains("podman: build --format docker -f trainer-worker/cuda13.Dockerfile"
                        + " -t earlyphase/trainer-worker-cuda13:1.2")
                .endsWith("--pull .\n");
    }

    @Test
    void an_image_that_there_is_not_is_refused() throws Exception {
        Run run = run("images", "--only", "worker");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).contains("--only worker: allowed are orchestrator analyzer");
    }

    private Run run(String... words) throws Exception {
        return run(Map.of("JAVA_HOME", folder.resolve("jdk").toString(), "PATH", path("bin")), words);
    }

    private Run run(Map<String, String> environment, String... words) throws Exception {
        var command = new ArrayList<>(List.of(root.resolve("earlyphase").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }

    /** The folder's programs come before the system's. */
    private String path(String own) {
        return folder.resolve(own) + ":" + folder.resolve("bin") + ":/usr/bin:/bin";
    }

    private void jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        program(home.resolve("bin/java"), "printf 'java of %s:'; printf ' [%%s]' \"$@\"; echo".formatted(name));
        program(home.resolve("bin/javac"), "exit 1");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private static void program(Path path, String script) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
