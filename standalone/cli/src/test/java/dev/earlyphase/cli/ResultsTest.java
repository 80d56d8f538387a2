package dev.earlyphase.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.cli.testing.CommandRun;
import dev.earlyphase.cli.testing.FakeGateway;
import dev.earlyphase.cli.testing.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTest {
    private static final String STUDY = "GET /api/v1/studies/" + Samples.STUDY;
    /** How a PNG begins: no text in any encoding. */
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', (byte) 0xff};

    private final FakeGateway gateway = new FakeGateway().on(STUDY + "/figures", 200, Samples.figures());

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        System.clearProperty("earlyphase.terminal");
        gateway.close();
    }

    @Test
    void they_are_a_table_of_the_first_figure_unless_something_else_is_asked_for() {
        gateway.on(STUDY + "/figures/figure-1.json", 200, Samples.figure());

        CommandRun run = results();

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("figure-1: Accuracy by rewinding point")
                .contains("rewound to 200it")
                .contains("97.50 ± 0.21")
                .contains("Best ticket  97.5 %  (paper: 98 %)");
    }

    @Test
    void in_a_terminal_it_is_drawn_above_the_table_unless_it_is_to_be_plain() {
        System.setProperty("earlyphase.terminal", "true");
        gateway.on(STUDY + "/figures/figure-1.json", 200, Samples.figure());

        String drawn = results().out();
        String plain = results("--plain").out();

        assertThat(drawn.indexOf("Weights remaining (%)\n")).isPositive().isLessThan(drawn.indexOf("97.50 ± 0.21"));
        assertThat(drawn).containsOnlyOnce("figure-1: Accuracy by rewinding point");
        assertThat(plain).contains("97.50 ± 0.21").doesNotContain("Weights remaining (%)\n");
    }

    @Test
    void into_a_pipe_the_drawing_goes_on_request_and_without_colours() {
        gateway.on(STUDY + "/figures/figure-1.json", 200, Samples.figure());

        assertThat(results("--format", "plot").out())
                .contains("rewound to 200it", "Weights remaining (%)\n")
                .doesNotContain("97.50 ±", "\033");
    }

    @Test
    void json_is_one_of_the_formats_and_contradicts_the_others() {
        gateway.on(STUDY + "/figures/figure-1.json", 200, Samples.figure());

        assertThat(results("--json").out()).startsWith("{\"study\"");
        assertThat(results("--json", "--format", "csv").err()).contains("--json: got it with --format csv");
    }

    @Test
    void another_figure_and_format_come_as_the_gateway_writes_them() {
        gateway.on(STUDY + "/figures/figure-3.csv?seeds=true", 200, "text/csv", "figure,panel\n");

        CommandRun run = results("--figure", "figure-3", "--format", "csv", "--seeds");

        assertThat(run.out()).isEqualTo("figure,panel\n");
        assertThat(gateway.requests()).hasSize(1);
    }

    @Test
    void each_seed_has_a_column_on_request() {
        gateway.on(STUDY + "/figures/figure-1.json?seeds=true", 200, Samples.figure());

        assertThat(results("--seeds").out()).contains("rewound to 0it, seed 1").contains("rewound to 0it, seed 2");
    }

    @Test
    void the_figures_of_a_study_can_be_listed() {
        assertThat(results("--figures").out())
                .isEqualToNormalizingNewlines(
                        "figure-1  Accuracy by rewinding point\nfigure-3  The first iterations\n");
    }

    @Test
    void where_results_come_from_is_json_of_all_pages() {
        gateway.on(STUDY + "/provenance", 200, "{\"trials\":[{\"trial\":\"ab\"}],\"next\":1}");
        gateway.on(STUDY + "/provenance?cursor=1", 200, "{\"trials\":[{\"trial\":\"cd\"}]}");

        assertThat(results("--provenance").out()).isEqualToNormalizingNewlines("""
                        {
                          "trials" : [ {
                            "trial" : "ab"
                          }, {
                            "trial" : "cd"
                          } ]
                        }
                        """);
    }

    @Test
    void a_figure_can_be_written_to_a_file() {
        gateway.on(STUDY + "/figures/figure-1.svg", 200, "image/svg+xml", "<svg/>");
        Path file = folder.resolve("figure.svg");

        CommandRun run = results("--format", "svg", "-o", file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(file).hasContent("<svg/>");
    }

    @Test
    void an_image_is_written_byte_for_byte() {
        gateway.on(STUDY + "/figures/figure-1.png", 200, "image/png", PNG);
        Path file = folder.resolve("figure.png");

        results("--format", "png", "-o", file.toString());

        assertThat(file).hasBinaryContent(PNG);
    }

    @Test
    void an_image_goes_into_a_pipe_byte_for_byte() {
        gateway.on(STUDY + "/figures/figure-1.png", 200, "image/png", PNG);
        var pipe = new ByteArrayOutputStream();
        PrintStream usual = System.out;
        System.setOut(new PrintStream(pipe));

        try {
            results("--format", "png");
        } finally {
            System.setOut(usual);
        }

        assertThat(pipe.toByteArray()).isEqualTo(PNG);
    }

    @Test
    void an_image_is_not_for_a_terminal() {
        System.setProperty("earlyphase.terminal", "true");

        CommandRun run = results("--format", "png");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--format: got png; allowed on a terminal: with -o FILE");
    }

    @Test
    void a_figure_and_the_list_of_figures_cannot_both_be_asked_for() {
        CommandRun run = results("--figures", "--figure", "figure-3");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("mutually exclusive");
    }

    @Test
    void a_study_without_a_figure_is_said_to_have_none() {
        var empty = new FakeGateway().on(STUDY + "/figures", 200, "[]");

        try (empty) {
            CommandRun run = CommandRun.of(
                    Main.commandLine(),
                    "results",
                    Samples.STUDY,
                    "--url",
                    empty.url().toString());
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("has no figure");
        }
    }

    private CommandRun results(String... options) {
        var arguments = new ArrayList<>(
                List.of("results", Samples.STUDY, "--url", gateway.url().toString()));
        arguments.addAll(List.of(options));
        return CommandRun.of(Main.commandLine(), arguments.toArray(String[]::new));
    }
}
