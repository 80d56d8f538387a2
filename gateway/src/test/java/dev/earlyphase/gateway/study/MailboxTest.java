package dev.earlyphase.gateway.study;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxTest {
    private final Mailbox mailbox = new Mailbox();

    @Test
    void of_many_news_a_slow_listener_gets_the_latest() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            mailbox.put(new News("progress", Integer.toString(i), false));
        }

        assertThat(mailbox.take(Duration.ZERO)).extracting(News::data).isEqualTo("999");
        assertThat(mailbox.take(Duration.ZERO)).isNull();
    }
}
