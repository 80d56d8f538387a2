package dev.earlyphase.reliability.load.event;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListenerTest {
    private static final long BEGIN = 1_700_000_000_000L;

    private final Listener listener = new Listener(BEGIN);

    private static String data(long changed) {
        return "data:{\"id\":\"abc\",\"name\":\"" + new Change(changed).studyName() + "\",\"state\":\"running\"}";
    }

    @Test
    void a_change_is_as_late_as_it_is_first_heard_of() {
        listener.hear(data(BEGIN + 100), BEGIN + 350);
        listener.hear(data(BEGIN + 100), BEGIN + 900);

        assertThat(listener.delays()).containsExactly(250.0);
        assertThat(listener.events()).isEqualTo(2);
    }

    @Test
    void what_changed_before_the_stream_began_is_no_news() {
        listener.hear(data(BEGIN - 5_000), BEGIN + 10);

        assertThat(listener.delays()).isEmpty();
    }

    @Test
    void lines_that_are_no_data_are_no_events() {
        listener.hear("event:progress", BEGIN + 10);
        listener.hear("", BEGIN + 10);

        assertThat(listener.events()).isZero();
    }

    @Test
    void the_longest_silence_is_between_two_events() {
        listener.hear(data(BEGIN + 100), BEGIN + 200);
        listener.hear(data(BEGIN + 300), BEGIN + 1_400);
        listener.hear(data(BEGIN + 1_500), BEGIN + 1_600);

        assertThat(listener.longestSilence()).isEqualTo(1_200);
    }
}
