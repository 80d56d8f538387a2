package dev.earlyphase.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.cli.testing.CommandRun;
import dev.earlyphase.cli.testing.FakeGateway;
import dev.earlyphase.cli.testing.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveCommandsTest {
    private static final String STUDY = "/api/v1/studies/" + Samples.STUDY;
    private static final String PROBLEM = """
            {"type":"/errors/%s","title":"No","status":%d,"detail":"%s","errors":[]}""";

    private final FakeGateway gateway = new FakeGateway();

    @TempDir
    Path folder;

    @AfterEach
    void closeGateway() {
        gateway.close();
    }

    @Test
    void a_study_is_written_to_a_file_with_the_chosen_weights() throws IOException {
        byte[] zip = zip();
        knownStudy().on("GET " + STUDY + "/archive?checkpoints=final", 200, "application/zip", zip);
        Path file = folder.resolve("study.zip");

        CommandRun run = run("export", Samples.STUDY, "-o", file.toString(), "--checkpoints", "final");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains(file.toString(), zip.length + " bytes");
        assertThat(Files.readAllBytes(file)).isEqualTo(zip);
        assertThat(files()).containsExactly(file);
    }

    @Test
    void a_download_that_is_not_whole_leaves_the_file_that_was_there() throws IOException {
        byte[] zip = zip();
        knownStudy()
                .on(
                        "GET " + STUDY + "/archive?checkpoints=all",
                        200,
                        "application/zip",
                        Arrays.copyOf(zip, zip.length / 2));
        Path file = Files.writeString(folder.resolve("study.zip"), "before");

        CommandRun run = run("export", Samples.STUDY, "-o", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("broke off");
        assertThat(file).hasContent("before");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void what_the_gateway_refuses_is_told() throws IOException {
        knownStudy()
                .on(
                        "GET " + STUDY + "/archive?checkpoints=all",
                        409,
                        "application/problem+json",
                        PROBLEM.formatted("conflict", 409, "It has 3 trials that are still to end."));

        CommandRun run =
                run("export", Samples.STUDY, "-o", folder.resolve("study.zip").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("3 trials that are still to end");
        assertThat(files()).isEmpty();
    }

    @Test
    void another_choice_of_weights_is_wrong_usage() {
        CommandRun run = run("export", Samples.STUDY, "--checkpoints", "some");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("some", "none, final, all");
    }

    @Test
    void an_archive_is_taken_in_and_its_figures_are_named() throws IOException {
        Path file = Files.writeString(folder.resolve("study.zip"), "an archive");
        gateway.on("POST /api/v1/archives", 201, """
                        {"study":"%s","created":true,"trials":5,"present":2}""".formatted(Samples.STUDY))
                .on("GET " + STUDY + "/figures", 200, """
                        [{"figure":"figure-1","title":"Accuracy"}]""");

        CommandRun run = run("import", file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains(Samples.STUDY + "  5 trials taken in, 2 were here already", "figure-1");
        assertThat(gateway.requests()).first().asString().endsWith("application/zip an archive");
    }

    @Test
    void an_archive_that_is_not_whole_is_told_with_its_entry() throws IOException {
        Path file = Files.writeString(folder.resolve("study.zip"), "an archive");
        gateway.on("POST /api/v1/archives", 400, "application/problem+json", """
                        {"type":"/errors/invalid","title":"The request is not valid","status":400,"detail":"no",
                         "errors":[{"field":"tables/telemetry.ndjson","value":"SHA-256 ab","allowed":"SHA-256 cd"}]}""");

        CommandRun run = run("import", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("tables/telemetry.ndjson: got SHA-256 ab; allowed: SHA-256 cd");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        CommandRun run = run("import", folder.resolve("nothing.zip").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nothing.zip");
    }

    private FakeGateway knownStudy() {
        return gateway.on("GET " + STUDY, 200, Samples.study("completed", 2, "\"completed\":2"));
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private CommandRun run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", gateway.url().toString()));
        return CommandRun.of(Main.commandLine(), all.toArray(String[]::new));
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("README.md"));
            zip.write("# A study".getBytes());
        }
        return bytes.toByteArray();
    }
}
