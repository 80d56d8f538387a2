package dev.earlyphase.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** With {@code -Dearlyphase.write-docs=true} the page is written anew instead of compared. */
class ConfigurationPageTest {
    private static final Path PAGE = Repository.ROOT.resolve("docs/reference/configuration.md");

    @Test
    void thePageOfTheConfigurationIsWhatTheSourcesSay() throws IOException {
        String page = ConfigurationPage.text();
        if (Boolean.getBoolean("earlyphase.write-docs")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page);
    }
}
