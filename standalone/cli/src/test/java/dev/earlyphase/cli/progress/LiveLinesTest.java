package dev.earlyphase.cli.progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.api.Json;
import dev.earlyphase.cli.progress.Look.Ended;
import dev.earlyphase.cli.terminal.Size;
import dev.earlyphase.cli.testing.Samples;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;

import static org.assertj.core.api.Assertions.assertThat;

class LiveLinesTest {
    private static final StudyView STUDY =
            Json.read(Samples.study("running", 1, "\"completed\":1,\"running\":1"), StudyView.class);

    @Test
    void a_study_is_its_totals_its_last_accuracy_its_states_and_a_bar_for_each_running_trial() {
        var look = new Look(STUDY, running(1), Optional.of(new Ended("level 0, seed 1", 0.9762, Instant.EPOCH)));

        assertThat(LiveLines.of(look, 50, Size.USUAL))
                .containsExactly(
                        "[##########..........] 1 of 2 trials",
                        "100 of 200 iterations  50.0 it/s  2.0 s left",
                        "last accuracy 97.62 %, level 0, seed 1",
                        "1 running, 1 completed",
                        "",
                        "level 2, seed 0, 200it  [#####..................]  469 of 1,876  100 it/s  14 s");
    }

    @Test
    void no_line_is_wider_than_the_terminal_as_long_as_that_is_no_strip() {
        for (int columns : new int[] {60, 80, 132}) {
            assertThat(LiveLines.of(new Look(STUDY, running(3), Optional.empty()), 50, new Size(columns, 24)))
                    .allMatch(line -> line.length() < columns);
        }
    }

    @Test
    void of_more_trials_than_there_are_rows_the_number_is_told() {
        List<String> lines = LiveLines.of(new Look(STUDY, running(64), Optional.empty()), 50, Size.USUAL);

        assertThat(lines).hasSize(23).last().asString().isEqualTo("and 46 more trials at work");
    }

    @Test
    void a_study_that_waits_for_workers_says_so() {
        StudyView waiting = Json.read(Samples.study("running", 0, "\"ready\":2"), StudyView.class);

        assertThat(LiveLines.of(new Look(waiting, List.of(), Optional.empty()), 0, Size.USUAL))
                .endsWith("2 ready", "no trial runs: waiting for a free worker");
    }

    private static List<TrialView> running(int count) {
        return IntStream.range(0, count)
                .mapToObj(seed -> Json.read("""
                        {"id":"%s","state":"running","role":{"seed":%d,"level":2,"rewind":"200it"},"attempts":1,
                         "iteration":469,"beginIteration":0,"endIteration":1876,"iterationsPerSecond":100.0,
                         "parents":[]}""".formatted("ab".repeat(32), seed), TrialView.class))
                .toList();
    }
}
