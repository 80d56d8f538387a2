package dev.earlyphase.trainer.report;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttemptLogTest {
    private final AttemptLog log = new AttemptLog();

    @Test
    void a_line_begins_with_its_time_and_is_one_line() {
        log.line("checkpoint at %dit\nkept", 500);

        assertThat(lines()).singleElement().asString().matches("20..-..-..T[0-9:.]+Z  checkpoint at 500it kept");
    }

    @Test
    void a_failure_is_told_with_where_it_and_its_cause_came_from() {
        log.failure(new IllegalStateException("the loop stopped", new ArithmeticException("by zero")));

        assertThat(lines())
                .anyMatch(line -> line.endsWith("  java.lang.IllegalStateException: the loop stopped"))
                .anyMatch(line -> line.endsWith("  java.lang.ArithmeticException: by zero"))
                .anyMatch(line -> line.startsWith("    at ") && line.contains(AttemptLogTest.class.getName()));
    }

    @Test
    void of_very_many_lines_the_first_and_the_last_are_kept() {
        for (int line = 0; line < 5_000; line++) {
            log.line("line %d", line);
        }

        assertThat(lines())
                .hasSize(2_001)
                .contains("    (3000 lines left out)")
                .anyMatch(line -> line.endsWith("  line 0"))
                .anyMatch(line -> line.endsWith("  line 4999"));
    }

    private List<String> lines() {
        return new String(log.bytes(), StandardCharsets.UTF_8).lines().toList();
    }
}
