package dev.earlyphase.gateway.study;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.StudyView.Progress;
import dev.earlyphase.contracts.study.StudyView.State;

import static org.assertj.core.api.Assertions.assertThat;

class FeedTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final Queue<StudyView> answers = new ArrayDeque<>();
    private final Feed feed = new Feed(this::answer, new ObjectMapper());

    private StudyView answer() {
        if (answers.isEmpty()) {
            throw new Unavailable("away");
        }
        return answers.remove();
    }

    private static StudyView study(State state, int ended) {
        return new StudyView(
                "abc",
                "a study",
                "imp-rewinding",
                state,
                "ann",
                null,
                Map.of(),
                new Progress(ended, 10, 0, 0, 0, null),
                null);
    }

    @Test
    void what_has_not_changed_is_told_again_only_after_a_second() {
        for (int i = 0; i < 3; i++) {
            answers.add(study(State.RUNNING, 1));
        }

        assertThat(feed.next(NOW)).isPresent();
        assertThat(feed.next(NOW.plusMillis(500))).isEmpty();
        assertThat(feed.next(NOW.plusMillis(1_000))).isPresent();
    }

    @Test
    void what_has_changed_is_told_at_once() {
        answers.add(study(State.RUNNING, 1));
        answers.add(study(State.RUNNING, 2));

        feed.next(NOW);

        assertThat(feed.next(NOW.plusMillis(1))).map(News::name).contains("progress");
    }

    @Test
    void an_ended_study_is_the_last_that_is_told() {
        answers.add(study(State.COMPLETED, 10));

        assertThat(feed.next(NOW)).hasValueSatisfying(news -> {
            assertThat(news.name()).isEqualTo("end");
            assertThat(news.last()).isTrue();
        });
    }

    @Test
    void while_nobody_can_tell_that_is_told_and_after_a_minute_it_ends() {
        assertThat(feed.next(NOW)).map(News::name).contains("problem");
        assertThat(feed.next(NOW.plusSeconds(59))).map(News::last).contains(false);
        assertThat(feed.next(NOW.plusSeconds(61))).map(News::last).contains(true);
    }

    @Test
    void patience_begins_anew_once_there_was_an_answer() {
        feed.next(NOW);
        answers.add(study(State.RUNNING, 1));
        feed.next(NOW.plusSeconds(50));

        assertThat(feed.next(NOW.plusSeconds(61))).map(News::last).contains(false);
    }
}
