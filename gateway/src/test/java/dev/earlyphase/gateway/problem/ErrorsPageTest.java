package dev.earlyphase.gateway.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** With {@code -Dearlyphase.write-docs=true} the page is written anew instead of compared. */
class ErrorsPageTest {
    private static final Path PAGE = Path.of("../docs/errors.md");

    @Test
    void the_page_of_errors_is_what_the_table_of_errors_says() throws IOException {
        String page = ErrorsPage.text();
        if (Boolean.getBoolean("earlyphase.write-docs")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page);
    }
}
