package dev.earlyphase.orchestrator.study;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;
import dev.earlyphase.orchestrator.page.Window;

import static org.assertj.core.api.Assertions.assertThat;

/** Filters, cursor and limit of a list, one a line. No value of a filter gets into its SQL. */
public class QueryFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(Invalid.class);

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, QueryFuzzTest::query);
    }

    @Test
    void whatever_the_parameters_they_are_a_condition_or_refused() throws Exception {
        var fuzzing = Fuzzing.of(QueryFuzzTest.class)
                .from(
                        "ann\n100%_\\\nlenet-300-100\ndense\nrunning\n9\n500",
                        "' or 1=1 --\n:owner\nresnet-20\nnoise\nfailed\n-1\n0",
                        "\n\n\n\ncompleted\n9223372036854775808\n1");

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void query(byte[] input) {
        String[] values = new String(input, StandardCharsets.UTF_8).split("\n", 7);
        Window.of(at(values, 5), at(values, 6));
        String sql = StudyFilter.of(at(values, 0), at(values, 1), at(values, 2), at(values, 3), at(values, 4))
                .condition();
        assertThat(sql).matches("[a-z0-9_ .,:()'>=-]+");
        assertThat(sql.replaceAll("'(waiting|ready|dispatched|running|failed|blocked|cancelled|network|recipe)'", ""))
                .doesNotContain("'");
    }

    /** An empty one was not given. */
    private static String at(String[] values, int place) {
        return place < values.length && !values[place].isEmpty() ? values[place] : null;
    }
}
