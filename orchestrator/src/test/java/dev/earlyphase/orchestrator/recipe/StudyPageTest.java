package dev.earlyphase.orchestrator.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** With {@code -Dearlyphase.write-docs=true} the page is written anew instead of compared. */
class StudyPageTest {
    private static final Path PAGE = Path.of("../docs/reference/study.md");

    @Test
    void the_page_of_studies_is_what_the_records_say() throws IOException {
        String page = StudyPage.text();
        if (Boolean.getBoolean("earlyphase.write-docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page);
    }
}
