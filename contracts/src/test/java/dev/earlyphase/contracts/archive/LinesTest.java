package dev.earlyphase.contracts.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.TooLarge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LinesTest {
    @Test
    void lines_come_as_they_are_also_across_the_parts_in_which_they_are_read() {
        String umlauts = "ä".repeat(50_000);

        assertThat(all("first\n" + umlauts + "\n\nlast")).containsExactly("first", umlauts, "", "last");
        assertThat(all("one\n")).containsExactly("one");
        assertThat(all("")).isEmpty();
    }

    @Test
    void a_line_says_where_it_is() {
        var lines = new Lines("trials.ndjson", stream("a\nb\n"));
        lines.next();
        lines.next();

        assertThat(lines.place()).isEqualTo("trials.ndjson line 2");
    }

    @Test
    void a_line_without_end_is_refused_before_it_fills_the_memory() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                Arrays.fill(buffer, from, from + length, (byte) 'x');
                return length;
            }
        };

        assertThatThrownBy(() -> new Lines("tables/telemetry.ndjson", endless).next())
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining("tables/telemetry.ndjson line 1");
    }

    private static List<String> all(String text) {
        var lines = new Lines("text", stream(text));
        var all = new ArrayList<String>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
