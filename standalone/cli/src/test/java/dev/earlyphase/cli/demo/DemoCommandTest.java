package dev.earlyphase.cli.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import dev.earlyphase.cli.api.Json;
import dev.earlyphase.cli.testing.CommandRun;
import dev.earlyphase.cli.testing.FakeGateway;
import dev.earlyphase.cli.testing.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class DemoCommandTest {
    private static final String ROOT = "earlyphase.root";
    private static final String STUDY = "/api/v1/studies/" + Samples.STUDY;

    private final FakeGateway gateway = new FakeGateway()
            .on("POST /api/v1/studies", 201, Samples.study("running", 0, "\"running\":2"))
            .on("GET " + STUDY, 200, Samples.study("completed", 2, "\"completed\":2"))
            .on("GET " + STUDY + "/figures/figure-1.json?seeds=true", 200, Samples.figure())
            .on("GET " + STUDY + "/figures/figure-1.svg", 200, "image/svg+xml", "<svg/>")
            .on(
                    "GET " + STUDY + "/trials?limit=500",
                    200,
                    Samples.page(
                            Samples.trial("a", 0, null), Samples.trial("b", 1, "0it"), Samples.trial("c", 2, "200it")));

    @TempDir
    private Path folder;

    @BeforeEach
    void mnist() throws Exception {
        System.setProperty(ROOT, "../..");
        Files.createDirectories(folder.resolve("data/mnist"));
        for (String file : List.of("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")) {
            Files.createFile(folder.resolve("data/mnist").resolve(file + "-ubyte.gz"));
        }
    }

    @AfterEach
    void close() {
        System.clearProperty(ROOT);
        gateway.close();
    }

    @Test
    void it_submits_the_demo_and_prints_the_table_and_where_the_results_are() throws Exception {
        CommandRun run = run();

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(gateway.requests().getFirst())
                .isEqualTo("POST /api/v1/studies application/yaml "
                        + Files.readString(Path.of("../../studies/demo.yaml")));
        assertThat(run.out())
                .contains("97.62 ± 0.10")
                .contains("Look     earlyphase open " + Samples.STUDY)
                .contains("Figure   " + folder.resolve("home/demo.svg"));
        assertThat(folder.resolve("home/demo.svg")).hasContent("<svg/>");
    }

    @Test
    void the_json_file_holds_the_study_and_its_points_and_nothing_else() throws Exception {
        run();

        record Point(String rewind, int level, double density, double accuracyMean, double accuracyStd, int seeds) {}
        record Figures(String study, List<Point> points) {}
        String written = Files.readString(folder.resolve("demo.json"));
        var figures = Json.read(written, Figures.class);
        assertThat(figures.study()).isEqualTo(Samples.STUDY);
        assertThat(figures.points())
                .containsExactly(
                        new Point("0it", 0, 1.0, 0.9762, 0.001, 2),
                        new Point("0it", 1, 0.8, 0.975, 0.0021, 2),
                        new Point("200it", 0, 1.0, 0.9762, 0.001, 2),
                        new Point("200it", 2, 0.64, 0.97, 0.0, 2));
        assertThat(written.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("\""))
                        .map(line -> line.split("\"")[1]))
                .containsOnly("study", "points", "rewind", "level", "density", "accuracyMean", "accuracyStd", "seeds");
    }

    private CommandRun run() {
        return CommandRun.of(
                new CommandLine(new DemoCommand()),
                "--url",
                gateway.url().toString(),
                "--data",
                folder.resolve("data").toString(),
                "--home",
                folder.resolve("home").toString(),
                "--json",
                folder.resolve("demo.json").toString());
    }
}
