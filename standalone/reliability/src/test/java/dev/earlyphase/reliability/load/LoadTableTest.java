package dev.earlyphase.reliability.load;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoadTableTest {
    @Test
    void a_row_says_where_a_limit_was_missed() {
        var table = LoadTable.submissions(List.of(new Submission(50, 9_996, 3.21), new Submission(500, 9_996, 12.5)));

        assertThat(table.markdown())
                .containsExactly(
                        "| study handed in | readers meanwhile | seconds | limit |",
                        "| --- | --- | --- | --- |",
                        "| 9,996 trials | 50 | 3.2 | 10 |",
                        "| 9,996 trials | 500 | 12.5 | 10, missed |");
    }
}
