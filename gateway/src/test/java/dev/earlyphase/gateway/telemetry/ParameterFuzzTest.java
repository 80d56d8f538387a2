package dev.earlyphase.gateway.telemetry;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;
import dev.earlyphase.gateway.format.Format;
import dev.earlyphase.gateway.parameter.QueryParameter;

import static org.assertj.core.api.Assertions.assertThat;

/** Query parameters, one a line: from, to, every, a flag, a moment, a format. */
public class ParameterFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(Invalid.class);

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, ParameterFuzzTest::read);
    }

    @Test
    void whatever_the_parameters_they_are_values_or_refused() throws Exception {
        var fuzzing = Fuzzing.of(ParameterFuzzTest.class)
                .from("0\n9\n1\ntrue\n1ep\ncsv", "5\n2147483648\n0\nfalse\n9it\njson", "-1\n\n+1\nTRUE\n999999ep\nsvg");

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void read(byte[] input) {
        String[] values = new String(input, StandardCharsets.UTF_8).split("\n", 6);
        var range = IterationRange.of(at(values, 0), at(values, 1), at(values, 2));
        assertThat(range.from()).isBetween(0, range.to());
        QueryParameter.flag("flag", at(values, 3));
        var moment = QueryParameter.moment("moment", at(values, 4));
        if (moment != null) {
            moment.iteration(391);
        }
        if (at(values, 5) != null) {
            Format.of(at(values, 5), Format.DATA);
        }
    }

    /** An empty one was not given. */
    private static String at(String[] values, int place) {
        return place < values.length && !values[place].isEmpty() ? values[place] : null;
    }
}
